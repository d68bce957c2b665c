// Programs of the operating system: installed with apt-get where that is possible, otherwise asked for. Built-ins only.
import { findCommand, runQuietly, say } from './command.mjs';

const PACKAGES = {
  chromium: {
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    apt: 'chromium',
  },
  neovim: { commands: ['nvim'], apt: 'neovim' },
  ripgrep: { commands: ['rg'], apt: 'ripgrep' },
  python3: { commands: ['python3'], apt: 'python3' },
  make: { commands: ['make'], apt: 'make' },
  'C++ compiler': { commands: ['g++', 'clang++'], apt: 'g++' },
};

/** Makes sure that the named programs are there; throws, naming the missing ones, when they cannot be installed. */
export function ensurePrograms(names) {
  const missing = names.filter((name) => !isPresent(name));
  if (missing.length === 0) {
    return;
  }
  const packages = missing.map((name) => PACKAGES[name].apt);
  if (!findCommand('apt-get') || process.getuid?.() !== 0) {
    throw new Error(
      `Il manque : ${missing.join(', ')}. Installez-les (sous Debian : sudo apt-get install ${packages.join(' ')}), puis relancez.\n` +
        `Missing: ${missing.join(', ')}. Install them (Debian: sudo apt-get install ${packages.join(' ')}), then run this again.`,
    );
  }
  say(`apt-get install ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  runQuietly('apt-get', ['update', '-qq'], { env });
  runQuietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
}

function isPresent(name) {
  if (name === 'chromium' && process.env.CHROMIUM) {
    return true;
  }
  return findCommand(...PACKAGES[name].commands) !== undefined;
}

/** The Chromium to drive: $CHROMIUM, or the first one of the PATH. */
export function chromiumPath() {
  const found = process.env.CHROMIUM || findCommand(...PACKAGES.chromium.commands);
  if (!found) {
    throw new Error(
      'Chromium est introuvable (variable CHROMIUM). / Chromium was not found (CHROMIUM variable).',
    );
  }
  return found;
}

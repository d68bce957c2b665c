// Programs of the operating system: installed with apt-get where that is possible, otherwise asked for. Built-ins only.
import { spawnSync } from 'node:child_process';
import { findCommand, runQuietly, say } from './command.mjs';

const PACKAGES = {
  chromium: {
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    apt: 'chromium',
  },
  neovim: { commands: ['nvim'], apt: 'neovim' },
  emacs: { commands: ['emacs'], apt: 'emacs-nox' },
  eglot: { isPresent: emacsHasEglot, apt: 'elpa-eglot' },
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
  const { commands, isPresent: probe } = PACKAGES[name];
  return probe ? probe() : findCommand(...commands) !== undefined;
}

/** Emacs has had eglot within it since version 29; before that it is a package of its own. */
function emacsHasEglot() {
  const lookUp = '(progn (package-initialize) (kill-emacs (if (locate-library "eglot") 0 1)))';
  return spawnSync('emacs', ['--batch', '--eval', lookUp]).status === 0;
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

// The VS Code of this machine, when it has one that can open a window.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findCommand } from '../../test/vscode/install/command.mjs';

/** Opens `folder` in VS Code with the extension of `repository` in development mode. Tells whether it could. */
export function openDesktopCode(repository, folder) {
  const code = canOpenWindows() ? findCode() : undefined;
  if (!code) {
    return false;
  }
  console.log(`VS Code : ${code}`);
  const args = [`--extensionDevelopmentPath=${repository}`, folder];
  // On Windows `code` is a .cmd file, which only a shell can run.
  const shell = process.platform === 'win32';
  const quote = (text) => (shell ? `"${text}"` : text);
  return spawnSync(quote(code), args.map(quote), { stdio: 'inherit', shell }).status === 0;
}

/** Without a screen, or as root, the desktop VS Code does not start. */
function canOpenWindows() {
  if (process.platform !== 'linux') {
    return true;
  }
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) && process.getuid?.() !== 0;
}

function findCode() {
  const inPath = findCommand('code', 'code-insiders', 'codium');
  if (inPath && !inPath.includes('remote-cli')) {
    return inPath; // the one of a remote terminal only opens files in the window that it belongs to
  }
  return usualPlaces().find((file) => fs.existsSync(file));
}

function usualPlaces() {
  const macApp = 'Applications/Visual Studio Code.app/Contents/Resources/app/bin/code';
  const windowsApp = 'Microsoft VS Code/bin/code.cmd';
  switch (process.platform) {
    case 'darwin':
      return [path.join('/', macApp), path.join(os.homedir(), macApp)];
    case 'win32':
      return [
        path.join(process.env.LOCALAPPDATA ?? '', 'Programs', windowsApp),
        path.join(process.env.ProgramFiles ?? '', windowsApp),
      ];
    default:
      return [
        '/usr/share/code/bin/code',
        '/snap/bin/code',
        '/var/lib/flatpak/exports/bin/com.visualstudio.code',
      ];
  }
}

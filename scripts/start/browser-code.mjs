// A real VS Code in the browser, for machines that have none.
// The extension is linked into the server's extensions folder, rather than given as extensionDevelopmentPath in the
// address or packaged: the address stays short, the extension stays when another folder is opened, `npm run build` and
// a reload of the window show a change, and the server needs no test flag.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cacheFolder } from '../../test/vscode/install/cache.mjs';
import { findCommand } from '../../test/vscode/install/command.mjs';
import { ensureServer } from '../../test/vscode/install/server-build.mjs';
import { newestVersion } from '../../test/vscode/install/versions.mjs';
import { listExtensions, startServer } from '../../test/vscode/vscode-server.mjs';
import { verifyAnswer } from './verify-answer.mjs';

/**
 * Serves VS Code on the folder `samples` with the extension of `repository`, until Ctrl+C; with `check`, only until it
 * has been seen to answer. `show` opens the address in the user's browser.
 */
export async function serveInBrowser({ repository, samples, port, check, show }) {
  const build = ensureServer(newestVersion);
  const home = check
    ? fs.mkdtempSync(path.join(os.tmpdir(), 'segur-start-'))
    : path.join(cacheFolder(), 'start');
  const id = linkExtension(repository, home);
  // Without a token, any page open in the user's browser could talk to this server, which can run programs.
  const token = randomBytes(16).toString('hex');
  const server = await startServer({ build, home, port, token });
  try {
    // The folder is said in the address: with --default-folder, findings are not shown in the files that they are in.
    const address = `${server.url}/?${new URLSearchParams({ folder: samples, tkn: token })}`;
    announce(build, address);
    if (check) {
      await verifyAnswer({ server, address, id, installed: listExtensions({ build, home }) });
    } else {
      openAddress(show ? address : undefined);
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    }
  } finally {
    await server.stop();
    if (check) {
      fs.rmSync(home, { recursive: true, force: true });
    }
  }
}

/** Puts the extension, and only it, into the profile. Gives its identifier. */
function linkExtension(repository, home) {
  const { publisher, name, version } = JSON.parse(
    fs.readFileSync(path.join(repository, 'package.json'), 'utf8'),
  );
  const extensions = path.join(home, 'extensions');
  fs.rmSync(extensions, { recursive: true, force: true }); // with the list that VS Code made for another version
  fs.mkdirSync(extensions, { recursive: true });
  fs.symlinkSync(repository, path.join(extensions, `${publisher}.${name}-${version}`), 'dir');
  return `${publisher}.${name}`;
}

function announce(build, address) {
  console.log(`
  VS Code ${build.version} avec l'extension, dans le navigateur :
  VS Code ${build.version} with the extension, in the browser:

    ${address}

  Après une modification : npm run build, puis rechargez la page. / After a change: npm run build, then reload the page.
  Ctrl+C pour arrêter. / Ctrl+C to stop.
`);
}

function openAddress(address) {
  const opener = address && (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) && findCommand('xdg-open');
  if (opener) {
    spawn(opener, [address], { stdio: 'ignore', detached: true }).unref();
  }
}

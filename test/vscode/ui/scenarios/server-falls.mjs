// A server that falls is started again: the text stays, checking goes on, and it is said once.
import assert from 'node:assert/strict';
import fs from 'node:fs';

export const title = 'a server that falls is started again, with the text as it was, and that is said once';

export async function run({ workbench, editor, folder, eventually, screenshot }) {
  // Extensions and workspaces of one run share a folder: other programs of the machine are left alone.
  const home = folder.slice(0, folder.lastIndexOf('/workspaces/'));
  await workbench.openFile('dpi-a-corriger.avance.json');
  await editor.goTo(60, 1);
  await editor.waitForSquiggle('error');
  await editor.press('End', 'Enter');
  await editor.type('"tapé": faut');
  const written = await editor.find('"tapé": faut');
  assert.ok(written);

  await fall(home, eventually);
  const message = workbench.page.locator('.notification-list-item-message', {
    hasText: "Ségur s'est arrêté et a été relancé.",
  });
  await message.first().waitFor();
  await screenshot('said');
  assert.match(await editor.visibleText(), /"tapé": faut/);
  await editor.hover('faut', 'valeur JSON');

  await fall(home, eventually);
  await editor.press('End', 'Backspace');
  await editor.type('x');
  await editor.hover('faux', 'false');
  assert.equal(await message.count(), 1);
}

/** Ends the server, as the system does to a program that has no memory left, and waits for the next. */
async function fall(home, eventually) {
  const before = serversOf(home);
  assert.ok(before.length > 0);
  // A window that was closed a moment ago may still have its own.
  for (const pid of before) process.kill(pid, 'SIGKILL');
  await eventually('another server', () => serversOf(home).some((pid) => !before.includes(pid)));
}

function serversOf(home) {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const command = commandOf(pid);
      return command.includes(home) && /cli\.js\0lsp\0.*--node-ipc/.test(command);
    })
    .map(Number);
}

function commandOf(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

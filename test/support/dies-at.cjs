/**
 * Loaded before a program: kills the process, without any farewell, at the step DIES_AT of its writing. A step is what the
 * disk can show: a file is opened, has half of its bytes, has them all, is linked, renamed, removed, a folder is made. DIES_OF=ENOSPC: the step fails with that error instead, and so do the next ones that need room.
 */
const fs = require('node:fs/promises');

const last = Number(process.env.DIES_AT ?? 0);
const error = process.env.DIES_OF;
let steps = 0;

function step(needsRoom = true) {
  steps++;
  if (steps < last || last === 0) return;
  if (error === undefined) process.kill(process.pid, 'SIGKILL');
  else if (needsRoom) throw Object.assign(new Error(`${error}: test`), { code: error });
}

const { open } = fs;
fs.open = async (file, flags, mode) => {
  if (!/[wax+]/.test(String(flags))) return open(file, flags, mode);
  step();
  const handle = await open(file, flags, mode);
  const { writeFile } = handle;
  handle.writeFile = async (content, encoding) => {
    const bytes = typeof content === 'string' ? Buffer.from(content, encoding) : Buffer.from(content);
    const half = bytes.length >> 1;
    await writeFile.call(handle, bytes.subarray(0, half));
    step();
    await writeFile.call(handle, bytes.subarray(half));
    step(false);
  };
  return handle;
};
for (const [name, needsRoom] of [
  ['link', true],
  ['mkdir', true],
  ['rename', true],
  ['rm', false],
  ['unlink', false],
  ['writeFile', true],
]) {
  const own = fs[name];
  fs[name] = async (...args) => {
    step(needsRoom);
    return own(...args);
  };
}

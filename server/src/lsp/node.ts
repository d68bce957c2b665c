import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { presentMoment } from './present-moment';
import { processAlarm } from './process-alarm';
import { startServer } from './server';

/** Reads from the disk; a file that is not there, or not on this disk, counts as none. */
async function readFromDisk(uri: string): Promise<string | undefined> {
  try {
    return await readFile(fileURLToPath(uri), 'utf8');
  } catch {
    return undefined;
  }
}

async function readFolderOnDisk(uri: string): Promise<{ nom: string; dossier: boolean }[]> {
  try {
    const entries = await readdir(fileURLToPath(uri), { withFileTypes: true });
    return entries.map((entry) => ({ nom: entry.name, dossier: entry.isDirectory() }));
  } catch {
    return [];
  }
}

/** Serves over the transport that the command line names: `--stdio`, `--node-ipc` or `--socket=…`. */
export function serve(): void {
  const pages = pathToFileURL(path.join(__dirname, '..', 'docs', 'regles')).href;
  startServer(createConnection(ProposedFeatures.all), {
    readFile: readFromDisk,
    readFolder: readFolderOnDisk,
    pages,
    now: presentMoment,
    alarm: processAlarm,
  });
}

import { mkdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { analyse } from '../analysis/analyse';
import { readZipHistory, ZIP_HISTORY_PATH, zipHistoryWith, type ZipEmploye } from '../analysis/zip/history';
import { planZip, zipName, type PlanZip } from '../analysis/zip/plan-zip';
import { presentMoment } from '../lsp/present-moment';
import { formatJour } from '../regulation/calendar-date';
import { parisTime } from '../regulation/paris-time';
import { applyEdits } from '../syntax/edits';
import type { Arguments } from './arguments';
import { listFiles } from './list-files';
import { NearestSettings } from './nearest-settings';
import { exists, newFile, writeFile } from './new-files';
import { CannotRun, cannotRun, EXIT, type ExitCode } from './outcome';
import { createFile, replaceFile } from './replace-file';
import { harmless } from './report/style';
import type { OpenedFile, Session } from './session';
import { cannotRead } from './source';
import { refuseOutside } from './stays-inside';

/** Every entry has it: the same files make the same ZIP on any day. The first day that a ZIP can tell. */
const SAME_DAY = '1980-01-01T00:00:00';

/** `segur-sons zip`: the attachments that a file names, in a ZIP whose name was never used. */
export async function zip({ names, out }: Arguments, session: Session): Promise<ExitCode> {
  if (names.length > 1) throw cannotRun('cli.zip.un-fichier');
  for await (const file of session.open({ names, base: false }, 'zip')) {
    if (!file.named) throw cannotRun('cli.zip.un-fichier');
    await zipFile(file, out, session);
  }
  return session.failed ? EXIT.couldNotRun : EXIT.clean;
}

async function zipFile(file: OpenedFile, out: string | undefined, session: Session): Promise<void> {
  const { path, absolute, bytes, text, isUtf8 } = file;
  const folder = dirname(absolute);
  const present = await listFiles(folder);
  const plan = planOf(file, present, session);
  if (!plan) return;
  if (plan.edits.length > 0 && !isUtf8) throw cannotRun('cli.fix.pas-utf8', { fichier: path });
  const history = await historyAbove(folder, session);
  await history.verify();
  const target = await targetFor(path, out, history.zips, session);
  const archive = zipSync(await contentsOf(plan, folder), { level: 0, mtime: SAME_DAY });
  // The JSON first: stopped behind it, the names in the JSON are legal and still lead to the files.
  if (plan.edits.length > 0) await replaceFile(path, absolute, bytes, applyEdits(text, plan.edits));
  await createFile(target, resolve(session.terminal.folder, target), archive);
  const date = formatJour(parisTime(presentMoment()).jour);
  await history.add({ nom: basename(target), date, fichier: basename(path) });
  tell(plan, path, target, session);
}

/** Undefined, and told, when something stands in the way. */
function planOf(
  { path, text, choice, registry }: OpenedFile,
  present: Parameters<typeof planZip>[1],
  session: Session,
): PlanZip | undefined {
  const { dossier } = analyse({ name: basename(path), text, choice, registry });
  if (!dossier) throw cannotRun('cli.zip.autre-fichier', { fichier: path });
  const plan = planZip(dossier, present);
  for (const reason of plan.refus) session.complain(new CannotRun(reason));
  if (plan.refus.length === 0) return plan;
  session.complain(cannotRun('cli.zip.pas-prepare', { fichier: path }));
  return undefined;
}

/** The path of the ZIP as the user reads it. Throws a CannotRun for a name that was used or is there. */
async function targetFor(
  path: string,
  out: string | undefined,
  used: readonly ZipEmploye[],
  { terminal: { folder } }: Session,
): Promise<string> {
  const taken = used.map(({ nom }) => nom);
  if (out === undefined) {
    const beside = await listFiles(dirname(resolve(folder, path)));
    return join(dirname(path), zipName(basename(path), [...taken, ...beside.map(({ chemin }) => chemin)]));
  }
  const nom = basename(out);
  if (taken.some((one) => one.toLowerCase() === nom.toLowerCase())) {
    throw cannotRun('cli.zip.nom-employe', { nom });
  }
  if (await exists(resolve(folder, out))) throw cannotRun('cli.solde.existe', { fichier: out });
  return out;
}

async function contentsOf({ entrees }: PlanZip, folder: string): Promise<Record<string, Uint8Array>> {
  const contents: Record<string, Uint8Array> = {};
  for (const { nom, chemin } of entrees) {
    try {
      contents[nom] = await readFile(join(folder, chemin));
    } catch (error) {
      throw cannotRead(chemin, error);
    }
  }
  return contents;
}

interface History {
  readonly zips: readonly ZipEmploye[];
  /** Before anything is written: throws a CannotRun where it would be written elsewhere. */
  readonly verify: () => Promise<void>;
  readonly add: (zip: ZipEmploye) => Promise<void>;
}

/** The history of the nearest folder that has one, else of the nearest with a `.segur`, else of the file's own. */
async function historyAbove(folder: string, { voice, terminal }: Session): Promise<History> {
  const nearest = await new NearestSettings(ZIP_HISTORY_PATH, readZipHistory, voice).above(folder);
  const at = nearest?.folder ?? (await nearestWithSettings(folder));
  const zips = nearest?.value ?? [];
  const path = join(at, ZIP_HISTORY_PATH);
  return {
    zips,
    verify: () => refuseOutside(path, path, at),
    add: async (zip) => {
      const file = newFile(path, zipHistoryWith(zips, zip), terminal.folder);
      await mkdir(dirname(file.absolute), { recursive: true });
      await writeFile(file);
    },
  };
}

async function nearestWithSettings(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    if (await exists(join(at, dirname(ZIP_HISTORY_PATH)))) return at;
    if (dirname(at) === at) return folder;
  }
}

function tell({ entrees, renommages, avis }: PlanZip, path: string, target: string, session: Session): void {
  const { terminal, voice } = session;
  for (const { de, en } of renommages) {
    terminal.out(`${voice.say('cli.zip.renomme', { de: harmless(de), en })}\n`);
  }
  if (renommages.length > 0) terminal.out(`${voice.say('cli.zip.json', { fichier: harmless(path) })}\n`);
  const nombre = new Set(entrees.map(({ nom }) => nom)).size;
  terminal.out(`${voice.say('cli.zip.ecrit', { fichier: harmless(target), nombre })}\n`);
  for (const one of avis) session.note(voice.message(one));
}

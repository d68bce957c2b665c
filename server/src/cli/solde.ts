import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { plainText } from '../dossier/solde/morceau';
import { soldesFromAvance } from '../dossier/solde/solde-from-avance';
import { soldeFormatOf } from '../formats/solde-format';
import { presentMoment } from '../lsp/present-moment';
import type { Arguments } from './arguments';
import { examine } from './examined';
import { cannotRun, EXIT, type ExitCode } from './outcome';
import { createFile, replaceFile } from './replace-file';
import { harmless } from './report/style';
import type { OpenedFile, Session } from './session';
import { readSource } from './source';

/** A file to write: its path as the user reads it, and its text. */
interface NewFile {
  readonly path: string;
  readonly absolute: string;
  readonly text: string;
}

/** `segur-sons solde`: writes the soldes of an avance; what is not known is `null`. Nothing is overwritten unasked. */
export async function solde({ names, out, force }: Arguments, session: Session): Promise<ExitCode> {
  if (names.length > 1) throw cannotRun('cli.solde.un-fichier');
  const { terminal, voice } = session;
  let leftOut = 0;
  for await (const file of session.open(names, 'solde')) {
    if (!file.named) throw cannotRun('cli.solde.un-fichier');
    const { texts, ecartees } = soldesOf(file);
    leftOut += ecartees;
    const target = out ?? soldeName(file.path);
    const files = texts.map((text, rank) => newFile(numbered(target, rank), text, terminal.folder));
    if (!force) for (const { path, absolute } of files) await refuseIfThere(path, absolute);
    for (const written of files) {
      await write(written);
      terminal.out(`${voice.say('cli.solde.ecrit', { fichier: harmless(written.path) })}\n`);
    }
    if (ecartees > 0) {
      session.note(voice.say('cli.solde.ecartees', { nombre: ecartees, fichier: harmless(file.path) }));
    }
  }
  if (session.failed) return EXIT.couldNotRun;
  return leftOut > 0 ? EXIT.findings : EXIT.clean;
}

function soldesOf({ path, text, choice, registry, regulation, dossiersComplets }: OpenedFile): {
  texts: string[];
  ecartees: number;
} {
  const input = {
    name: basename(path),
    text,
    choice,
    registry,
    regulation,
    dossiersComplets,
    now: presentMoment(),
  };
  const { analysis, verdict } = examine(path, input);
  const { dossier } = analysis;
  const format = dossier && soldeFormatOf(dossier.format, registry);
  if (!dossier || !format) throw cannotRun('cli.solde.pas-une-avance', { fichier: path });
  const ko = new Set(verdict.ko);
  const kept = dossier.demandes.filter(({ rang }) => !ko.has(rang));
  if (kept.length === 0) throw cannotRun('cli.solde.aucune', { fichier: path });
  const files = soldesFromAvance(dossier, kept, format, analysis);
  return { texts: files.map(plainText), ecartees: dossier.demandes.length - kept.length };
}

/** `mars.solde.json` for `mars.avance.json`. */
function soldeName(path: string): string {
  return join(dirname(path), `${basename(path).replace(/(?:\.avance)?\.json$/i, '')}.solde.json`);
}

/** `mars-2.solde.json` for the second file. */
function numbered(path: string, rank: number): string {
  return rank === 0 ? path : path.replace(/((?:\.solde)?\.json)?$/i, `-${rank + 1}$1`);
}

function newFile(path: string, text: string, folder: string): NewFile {
  return { path, absolute: resolve(folder, path), text };
}

async function refuseIfThere(path: string, absolute: string): Promise<void> {
  if (await exists(absolute)) throw cannotRun('cli.solde.existe', { fichier: path });
}

async function write({ path, absolute, text }: NewFile): Promise<void> {
  if (!(await exists(absolute))) await createFile(path, absolute, text);
  else await replaceFile(path, absolute, (await readSource(path, absolute)).bytes, text);
}

async function exists(absolute: string): Promise<boolean> {
  try {
    await stat(absolute);
    return true;
  } catch {
    return false;
  }
}

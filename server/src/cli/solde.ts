import { basename, dirname, join } from 'node:path';
import { analyse } from '../analysis/analyse';
import { demandesKo } from '../analysis/ko';
import { plainText } from '../dossier/solde/morceau';
import { soldesFromAvance } from '../dossier/solde/solde-from-avance';
import { soldeFormatOf } from '../formats/solde-format';
import { presentMoment } from '../lsp/present-moment';
import type { Arguments } from './arguments';
import { newFile, refuseIfThere, writeFile } from './new-files';
import { cannotRun, EXIT, type ExitCode } from './outcome';
import { harmless } from './report/style';
import type { OpenedFile, Session } from './session';

/** `segur-sons solde`: writes the soldes of an avance; what is not known is `null`. Nothing is overwritten unasked. */
export async function solde({ names, out, force }: Arguments, session: Session): Promise<ExitCode> {
  if (names.length > 1) throw cannotRun('cli.solde.un-fichier');
  const { terminal, voice } = session;
  let leftOut = 0;
  for await (const file of session.open({ names, base: false }, 'solde')) {
    if (!file.named) throw cannotRun('cli.solde.un-fichier');
    const { texts, ecartees } = soldesOf(file);
    leftOut += ecartees;
    const target = out ?? soldeName(file.path);
    const files = texts.map((text, rank) => newFile(numbered(target, rank), text, terminal.folder));
    if (!force) await refuseIfThere(files);
    for (const written of files) {
      await writeFile(written);
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
  const analysis = analyse(input);
  const { dossier } = analysis;
  const format = dossier && soldeFormatOf(dossier.format, registry);
  if (!dossier || !format) throw cannotRun('cli.solde.pas-une-avance', { fichier: path });
  const ko = demandesKo(analysis.findings);
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

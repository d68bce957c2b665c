import { basename, dirname, join } from 'node:path';
import { analyse, type Analysis } from '../analysis/analyse';
import { whyNotCut } from '../analysis/decoupe-words';
import { demandesKo } from '../analysis/ko';
import type { Dossier } from '../dossier/dossier';
import { decouper, nomDuMorceau, separer, type Morceau } from '../dossier/decoupe/decoupe';
import { presentMoment } from '../lsp/present-moment';
import type { Arguments } from './arguments';
import { newFile, refuseIfThere, writeFile, type NewFile } from './new-files';
import { CannotRun, cannotRun, EXIT, type ExitCode } from './outcome';
import { harmless } from './report/style';
import type { OpenedFile, Session } from './session';

/** A file to write and how many requests it holds. */
interface NewMorceau extends NewFile {
  readonly demandes: number;
}

/**
 * `segur-sons split`: writes files of 200 requests beside each file that has more, or with `--ok-ko` the requests that
 * are OK and those that are KO apart. The file itself stays as it is; nothing is overwritten unasked.
 */
export async function split(args: Arguments, session: Session): Promise<ExitCode> {
  const { out, force, okKo } = args;
  let ko = 0;
  for await (const file of session.open(args, 'split')) {
    try {
      const { dossier, findings } = analysed(file);
      const refused = demandesKo(findings);
      if (okKo) ko += refused.size;
      const morceaux = morceauxOf(file, dossier, okKo ? refused : undefined).map(
        ({ suffixe, texte, demandes }) => {
          const path = join(out ?? dirname(file.path), nomDuMorceau(basename(file.path), suffixe));
          return { ...newFile(path, texte, session.terminal.folder), demandes };
        },
      );
      if (!force) await refuseIfThere(morceaux);
      await writeAll(file, morceaux, okKo, session);
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error;
      session.complain(error);
    }
  }
  if (session.failed) return EXIT.couldNotRun;
  return ko > 0 ? EXIT.findings : EXIT.clean;
}

function analysed(file: OpenedFile): Analysis {
  const { path, text, choice, registry, regulation, dossiersComplets } = file;
  const now = presentMoment();
  return analyse({ name: basename(path), text, choice, registry, regulation, dossiersComplets, now });
}

/** `ko`: the requests to set apart. Throws a CannotRun for a file that cannot be taken apart without a guess. */
function morceauxOf(
  { path, isUtf8 }: OpenedFile,
  dossier: Dossier | undefined,
  ko: ReadonlySet<number> | undefined,
): readonly Morceau[] {
  if (!dossier) throw cannotRun('cli.split.autre-fichier', { fichier: path });
  const decoupe = ko ? separer(dossier, ko) : decouper(dossier);
  if (decoupe.kind !== 'decoupe') {
    throw new CannotRun(whyNotCut(decoupe, dossier, path));
  }
  if (decoupe.morceaux.length > 0 && !isUtf8) throw cannotRun('cli.fix.pas-utf8', { fichier: path });
  return decoupe.morceaux;
}

async function writeAll(
  { path }: OpenedFile,
  morceaux: readonly NewMorceau[],
  okKo: boolean,
  { terminal, voice }: Session,
): Promise<void> {
  if (morceaux.length === 0) {
    const key = okKo ? 'cli.split.rien-a-separer' : 'cli.split.rien-a-decouper';
    terminal.out(`${voice.say(key, { fichier: harmless(path) })}\n`);
  }
  for (const morceau of morceaux) {
    await writeFile(morceau);
    const { demandes } = morceau;
    const fichier = harmless(morceau.path);
    terminal.out(`${voice.say('cli.split.ecrit', { fichier, nombre: demandes })}\n`);
  }
}

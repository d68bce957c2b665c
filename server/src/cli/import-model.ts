import { mkdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { countUnfit } from '../analysis/unfit';
import { FORMATS_FOLDER, formatFileName, isModelName } from '../analysis/workspace-formats';
import type { ModelChoices } from '../formats/learn/model-schema';
import { propose } from '../formats/learn/proposal';
import type { Format } from '../formats/format';
import { readModel, type Model, type ModelText } from '../formats/learn/read-model';
import { unfitReport, type Unfit } from '../formats/learn/unfit-report';
import { FormatRegistry } from '../formats/registry';
import { presentMoment } from '../lsp/present-moment';
import { harmlessLines } from '../messages/harmless';
import type { Arguments } from './arguments';
import { cannotRun, EXIT, type ExitCode } from './outcome';
import { createFile, replaceFile } from './replace-file';
import { inputOf, type Session } from './session';
import { readSource } from './source';
import { refuseOutside } from './stays-inside';
import { WorkspaceFormats } from './workspace-formats';

/** `segur-sons import-model`: learns a model from official files, tells what was understood, writes its schema. */
export async function importModel(args: Arguments, session: Session): Promise<ExitCode> {
  const { terminal, voice } = session;
  if (args.names.length === 0) throw cannotRun('cli.fichiers-absents', { commande: 'import-model' });
  const texts: ModelText[] = [];
  for (const path of args.names) {
    const { text } = await readSource(path, resolve(terminal.folder, path));
    texts.push({ name: basename(path), text });
  }
  const model = readModel(texts);
  if (model.kind === 'refus') throw cannotRun(model.message.key, model.message.params);
  const choices = choicesOf(model, args);
  const id = `${choices.sons}.${choices.etape}`;
  const path = args.out ?? join(FORMATS_FOLDER, formatFileName(id));
  const absolute = resolve(terminal.folder, path);
  if (args.out === undefined) await refuseOutside(path, absolute, terminal.folder);
  const known = await exists(absolute);
  if (known && !args.force) throw cannotRun('cli.modele.existe', { fichier: path });
  // A model that cannot be read any more is what a new import replaces: there is nothing to compare with.
  const before = await new WorkspaceFormats(voice).of(join(terminal.folder, id)).catch(() => undefined);
  const learnt = before?.learnt.find((one) => one.id === id);
  const { schema, format, report } = propose(model, choices, learnt, voice.langue);
  await mkdir(dirname(absolute), { recursive: true });
  if (known) await replaceFile(path, absolute, (await readSource(path, absolute)).bytes, schema);
  else await createFile(path, absolute, schema);
  terminal.out(harmlessLines(report + unfitReport(await unfitFiles(session, format, before), voice.langue)));
  session.note(voice.say('cli.modele.ecrit', { fichier: path }));
  return EXIT.clean;
}

/** Files of the folder, of the model as it was or as it is now, that leave its structure. */
async function unfitFiles(
  session: Session,
  format: Format,
  before: FormatRegistry | undefined,
): Promise<Unfit[]> {
  const others = before?.learnt.filter(({ id }) => id !== format.id) ?? [];
  const registry = new FormatRegistry([...others, format]);
  const unfit: Unfit[] = [];
  for await (const file of session.open({ names: ['.'], base: false }, 'import-model')) {
    const input = { ...inputOf(file, presentMoment()), registry: before ?? new FormatRegistry() };
    const count = countUnfit(input, format, registry);
    if (count > 0) unfit.push({ path: file.path, count });
  }
  return unfit;
}

function choicesOf(model: Model, args: Arguments): ModelChoices {
  const sons = args.sons ?? model.sons;
  const etape = args.etape ?? model.etape;
  if (sons === undefined) throw cannotRun('cli.modele.sons');
  if (!isModelName(sons)) throw cannotRun('cli.modele.nom', { sons });
  if (etape === undefined) throw cannotRun('cli.modele.etape');
  return { sons, etape };
}

async function exists(absolute: string): Promise<boolean> {
  try {
    await stat(absolute);
    return true;
  } catch {
    return false;
  }
}

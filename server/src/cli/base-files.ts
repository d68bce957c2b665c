import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { BaseSetting } from '../analysis/base-setting';
import type { Base } from '../registry/base';
import { loadBase, type BaseChargee } from '../registry/import/load-base';
import type { Mapping } from '../registry/mapping/mapping';
import { LIMITS, refuseTooLarge } from '../registry/table/limits';
import { refusOf } from '../registry/table/refusal';
import { finish } from '../registry/table/steps';
import { withNature } from '../registry/with-nature';
import { CannotRun, cannotRun } from './outcome';
import { cannotRead } from './source';

/** Reads a file as a base. Throws a CannotRun that says why it cannot: a run without its base misleads. */
export async function readBaseFile(file: string, mapping: Partial<Mapping> = {}): Promise<BaseChargee> {
  const name = basename(file);
  const read = finish(loadBase(await bytesOf(file, name), name, mapping));
  if (read.etat === 'refus') throw new CannotRun(read.message);
  return read;
}

/** The bases that one run needs. Each is read once. */
export class BaseFiles {
  private readonly known = new Map<string, Promise<Base>>();

  /** What a setting names; `absolute` makes paths of its own. */
  of(setting: BaseSetting, absolute: (path: string) => string): Promise<Base> {
    const base = absolute(setting.fichier);
    const extrait = setting.extrait && { ...setting.extrait, fichier: absolute(setting.extrait.fichier) };
    const key = JSON.stringify([base, setting, extrait]);
    const known = this.known.get(key) ?? read({ ...setting, fichier: base }, extrait);
    this.known.set(key, known);
    return known;
  }
}

async function read(setting: BaseSetting, extrait: BaseSetting['extrait']): Promise<Base> {
  const { base } = await readBaseFile(setting.fichier, setting);
  return extrait ? withNature(base, (await readBaseFile(extrait.fichier, extrait)).base) : base;
}

async function bytesOf(file: string, name: string): Promise<Uint8Array> {
  try {
    const stats = await stat(file);
    if (!stats.isFile() && !stats.isDirectory()) {
      throw cannotRun('cli.lecture.peripherique', { fichier: name });
    }
    refuse(stats.size, name);
    return await readFile(file);
  } catch (error) {
    throw cannotRead(file, error);
  }
}

function refuse(size: number, name: string): void {
  try {
    refuseTooLarge(size, LIMITS);
  } catch (thrown) {
    throw new CannotRun(refusOf(thrown, name).message);
  }
}

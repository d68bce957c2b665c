import type { Steps } from './steps';
import { Refusal } from './refusal';
import { readXml, type Attributes, type XmlReader } from './xml';
import type { Archive } from './zip';

export interface SheetPlace {
  readonly nom: string;
  readonly part: string;
  readonly masquee: boolean;
}

/** Where the parts of a workbook are. */
export interface Workbook {
  readonly sheets: readonly SheetPlace[];
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** Reads the list of the sheets. Refuses an archive that is no workbook, and workbooks of other formats. */
export function* readWorkbook(archive: Archive): Steps<Workbook> {
  if (!archive.has('_rels/.rels')) throw new Refusal('base.refus.format');
  const roots = yield* readRelations(archive, '_rels/.rels', '');
  const part = roots.find(({ type }) => type.endsWith('/officeDocument'))?.target;
  if (part?.toLowerCase().endsWith('.xml') !== true) throw new Refusal('base.refus.format');
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const relations = yield* readRelations(archive, `${folder}_rels/${part.slice(folder.length)}.rels`, folder);
  const { sheets } = yield* readXml(archive, part, new SheetList());
  const places = sheets.flatMap(({ nom, id, masquee }): SheetPlace[] => {
    const target = relations.find((relation) => relation.id === id && relation.type.endsWith('/worksheet'));
    return target === undefined ? [] : [{ nom, part: target.target, masquee }];
  });
  if (places.length === 0) throw new Refusal('base.refus.format');
  const partOf = (type: string) => relations.find((relation) => relation.type.endsWith(type))?.target;
  return { sheets: places, sharedStrings: partOf('/sharedStrings'), styles: partOf('/styles') };
}

function* readRelations(archive: Archive, part: string, folder: string): Steps<readonly Relation[]> {
  const relations: Relation[] = [];
  yield* readXml(archive, part, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const { Id = '', Type = '', Target = '' } = attributes;
      relations.push({ id: Id, type: Type, target: resolve(folder, Target) });
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = `${folder}${target}`.split('/');
  return steps
    .reduce<string[]>((path, step) => (step === '..' ? path.slice(0, -1) : [...path, step]), [])
    .join('/');
}

class SheetList implements XmlReader {
  readonly sheets: { readonly nom: string; readonly id: string; readonly masquee: boolean }[] = [];

  open(name: string, attributes: Attributes): void {
    if (name !== 'sheet') return;
    // The prefix of the relation's id is the writer's choice.
    const [, id = ''] = Object.entries(attributes).find(([key]) => key.endsWith(':id')) ?? [];
    const masquee = attributes.state === 'hidden' || attributes.state === 'veryHidden';
    this.sheets.push({ nom: attributes.name ?? '', id, masquee });
  }
}

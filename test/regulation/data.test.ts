import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv from 'ajv';
import compiled from '../../server/src/generated/validate-regulation';
import { isMessageKey } from '../../server/src/messages/catalogue';
import { ETAPES } from '../../server/src/regulation/etapes';
import { REGULATION } from '../../server/src/regulation/regulation';
import { allSons } from '../../server/src/regulation/sons';

const root = resolve(__dirname, '../..');
const folder = join(root, 'server/src/regulation/data');
const files = readdirSync(folder);
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const schema = read(join(root, 'schemas/regulation.schema.json')) as {
  definitions: { echeance: { properties: { id: { pattern: string } } } };
};

const { echeances, horaires, nombres, baremes, unicite, enonces, sources } = REGULATION;
const values = [echeances, horaires, nombres, baremes, unicite, enonces].flatMap((group) => [
  ...group.values(),
]);

describe('the data', () => {
  const validate = new Ajv({ strict: true, allErrors: true, discriminator: true }).compile(schema);

  for (const file of files) {
    it(`${file} follows its schema`, () => {
      const data = read(join(folder, file));
      assert.ok(validate(data), JSON.stringify(validate.errors));
      assert.ok(compiled(data), 'the compiled validator says the same');
    });

    it(`${file} is part of the product`, () => {
      const { $schema, ...groups } = read(join(folder, file)) as Record<
        string,
        { id?: string; code?: string }[]
      >;
      assert.deepEqual($schema, '../../../../schemas/regulation.schema.json');
      const ids = Object.values(groups).flatMap((group) => group.map(({ id, code }) => id ?? code ?? ''));
      assert.ok(ids.length > 0);
      const known = new Set([...values.map(({ id }) => id), ...sources.keys()]);
      assert.deepEqual(
        ids.filter((id) => !known.has(id)),
        [],
      );
    });
  }

  it('never give one id twice', () => {
    const ids = files.flatMap((file) => {
      const { $schema: _schema, ...groups } = read(join(folder, file)) as Record<string, { id?: string }[]>;
      return Object.entries(groups).flatMap(([group, all]) =>
        all.flatMap(({ id }) => (id ? [`${group} ${id}`] : [])),
      );
    });
    assert.equal(ids.length, values.length);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('are as old as the latest of their dated sources', () => {
    for (const { id, source, asOf } of values) {
      const latest = source
        .map((code) => sources.get(code)?.date ?? '')
        .sort()
        .at(-1);
      assert.equal(asOf ?? '', latest ?? '', id);
    }
  });

  it('come from documents whose dates are those that they show', () => {
    const dated = [...sources.values()].flatMap(({ code, date }) =>
      date === undefined ? [] : [`${code} ${date}`],
    );
    assert.deepEqual(
      dated.sort(),
      [
        ...[
          'S0 2024-07-05',
          'S2 2026-03-03',
          'S4 2022-04',
          'W1 2024-11-15',
          'W2 2025-08-01',
          'W3 2022-01-06',
        ],
        ...[
          'W12 2024-12-16',
          'W14 2025-01-16',
          'W27 2025-08-14',
          'W36 2023-05-24',
          'W39 2022-04-08',
          'W40 2023-12-07',
          'W41 2022-06-21',
          'W44 2022',
        ],
        ...[
          'W45 2022-09',
          'W47 2023',
          'W48 2025',
          'W49 2025-10-07',
          'W52 2022-02-21',
          'W54 2024-02-27',
          'W59 2024',
        ],
        ...['W60 2022', 'W62 2023-09', 'DSIH-4647 2022-04-06'],
      ].sort(),
    );
  });

  it('cite known documents only, and every document', () => {
    const cited = new Set(
      values.flatMap(({ source, supersedes = [] }) =>
        [source, ...supersedes.map((one) => one.source)].flat(),
      ),
    );
    assert.deepEqual([...cited].sort(), [...sources.keys()].sort());
  });

  it('confirm nothing on the word of the press alone, nor what was deduced', () => {
    const unproved = values.filter(
      ({ status, source, inferred }) =>
        status === 'confirmé' &&
        (inferred === true || source.every((code) => sources.get(code)?.nature === 'presse')),
    );
    assert.deepEqual(
      unproved.map(({ id }) => id),
      [],
    );
  });

  it('have words for all of their notes and steps', () => {
    const notes = values.flatMap(({ note, supersedes = [] }) => [note, ...supersedes.map((one) => one.note)]);
    const wanted = [
      ...notes.filter((note) => note !== undefined).map((note) => `regulation.note.${note}`),
      ...ETAPES.map((etape) => `regulation.etape.${etape}`),
      ...allSons().map((sons) => `sons.${sons}`),
    ];
    assert.ok(wanted.length > 50);
    assert.deepEqual(
      wanted.filter((key) => !isMessageKey(key)),
      [],
    );
  });

  it('explain every statement in docs/regulation.md', () => {
    const page = readFileSync(join(root, 'docs/regulation.md'), 'utf8');
    assert.deepEqual(
      [...enonces.keys()].filter((id) => !page.includes(`\`${id}\``)),
      [],
    );
  });

  it('name the steps that the schema names', () => {
    const [, names = ''] = /\\\.\((.*)\)\$$/.exec(schema.definitions.echeance.properties.id.pattern) ?? [];
    assert.deepEqual(names.split('|').sort(), [...ETAPES].sort());
  });

  it('D01 every SONS of wave 2 has its eight dates, known or not', () => {
    const wanted = [
      'avance-ouverture',
      'date-1',
      'date-2',
      'date-3',
      'avance-fin',
      'realisation-fin',
      'solde-ouverture',
      'solde-fin',
    ];
    const second = allSons().filter((sons) => sons.endsWith('-Va2'));
    assert.equal(second.length, 10);
    const missing = second
      .flatMap((sons) => wanted.map((etape) => `${sons}.${etape}`))
      .filter((id) => !echeances.has(id));
    assert.deepEqual(missing, []);
  });
});

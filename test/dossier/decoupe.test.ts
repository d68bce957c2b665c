import assert from 'node:assert/strict';
import { analyse } from '../../server/src/analysis/analyse';
import { demandesKo } from '../../server/src/analysis/ko';
import { decouper, nomDuMorceau, separer } from '../../server/src/dossier/decoupe/decoupe';
import type { Dossier } from '../../server/src/dossier/dossier';
import { fileNameOf, NAMED_FORMATS, validFile, validFileOf } from '../support/valid-files';

interface Taken {
  readonly dossier: Dossier;
  readonly ko: ReadonlySet<number>;
}

function dossierOf(text: string, name = 'a.avance.json'): Taken {
  const { dossier, findings } = analyse({ name, text });
  assert.ok(dossier);
  return { dossier, ko: demandesKo(findings) };
}

const requestsOf = (text: string): string[] => {
  const { dossier } = dossierOf(text);
  return dossier.demandes.map(({ part }) => part.fragment.text);
};

describe('J06 files of 200 requests', () => {
  for (const format of NAMED_FORMATS) {
    it(`${format.id}: envelopes repeated, requests to the letter, nothing lost`, () => {
      const text = validFile(format, 401);
      const decoupe = decouper(dossierOf(text, fileNameOf(format)).dossier);
      assert.ok(decoupe.kind === 'decoupe');
      const { morceaux } = decoupe;
      assert.deepEqual(
        morceaux.map(({ suffixe, demandes }) => [suffixe, demandes]),
        [
          ['1', 200],
          ['2', 200],
          ['3', 1],
        ],
      );
      assert.deepEqual(
        morceaux.flatMap(({ texte }) => requestsOf(texte)),
        requestsOf(text),
      );
      for (const { texte } of morceaux) {
        const { findings } = analyse({ name: fileNameOf(format), text: texte });
        assert.deepEqual(
          findings.filter(({ finding }) => finding.severity === 'error'),
          [],
        );
        const { demandes: whole, ...around } = JSON.parse(text) as { demandes: unknown };
        const { demandes: part, ...again } = JSON.parse(texte) as { demandes: unknown };
        assert.deepEqual(again, around);
        assert.ok(Array.isArray(whole) && Array.isArray(part) && part.length < whole.length);
      }
    });
  }

  it('every layout is kept: line ends, a mark in front, one line', () => {
    const right = validFileOf('MDV-LGC-Va2', 201);
    const windows = `\uFEFF${right.replaceAll('\n', '\r\n')}`;
    for (const text of [windows, JSON.stringify(JSON.parse(right))]) {
      const decoupe = decouper(dossierOf(text).dossier);
      assert.ok(decoupe.kind === 'decoupe');
      const [first, second] = decoupe.morceaux.map(({ texte }) => texte);
      assert.equal(first?.charAt(0), text.charAt(0));
      assert.equal(second?.includes('\r\n'), text.includes('\r\n'));
      assert.equal(
        text.replaceAll(/\s/g, '').includes(second?.slice(-60).replaceAll(/\s/g, '') ?? '?'),
        true,
      );
    }
  });

  it('KO or not: a slip inside a request goes with it', () => {
    const text = validFileOf('MDV-LGC-Va2', 201).replace(
      '"signatureElectronique": true',
      '"signatureElectronique": vrai',
    );
    const decoupe = decouper(dossierOf(text).dossier);
    assert.ok(decoupe.kind === 'decoupe');
    assert.match(decoupe.morceaux[0]?.texte ?? '', /"signatureElectronique": vrai/);
  });

  it('a file of 200 is well as it is', () => {
    const decoupe = decouper(dossierOf(validFileOf('MDV-LGC-Va2', 200)).dossier);
    assert.deepEqual(decoupe, { kind: 'decoupe', morceaux: [] });
  });

  it('where a request ends is never guessed', () => {
    const right = validFileOf('MDV-LGC-Va2', 201);
    const first = right.indexOf('"referenceDemande": "REF-0002"');
    const cases = [
      [right.replace('"REF-0002",', '"REF-0002,'), 'demande'],
      [right.slice(0, first) + right.slice(first).replace('}', ''), 'demande'],
      [right.replace(/\},(\s+\{\s+"referenceDemande": "REF-0002")/, '}$1'), 'enveloppe'],
      [right.trimEnd().slice(0, -1), 'enveloppe'],
      [right.replace('"sons": "MDV-LGC-Va2",', '"sons": "MDV-LGC-Va2" // note\n,'), 'enveloppe'],
      [`${right} x`, 'enveloppe'],
      [right.replace(/"demandes": \[/, '"demandes": [ 12,'), 'sans-liste'],
    ] as const;
    for (const [text, kind] of cases) {
      assert.notEqual(text, right);
      const decoupe = decouper(dossierOf(text).dossier);
      assert.equal(decoupe.kind, kind, text.slice(0, 300));
    }
  });
});

describe('J07 the OK ones and the KO ones apart', () => {
  const slip = (text: string, rank: number): string => {
    const at = text.indexOf(`"REF-000${rank}"`);
    return text.slice(0, at) + text.slice(at).replace('"12/09/2025"', '"2025-09-12"');
  };

  it('each in its file, in their order; the OK file has no fault', () => {
    const text = [2, 4].reduce(slip, validFileOf('MDV-LGC-Va2', 5));
    const { dossier, ko } = dossierOf(text);
    const decoupe = separer(dossier, ko);
    assert.ok(decoupe.kind === 'decoupe');
    const told = decoupe.morceaux.map(({ suffixe, texte }) => [
      suffixe,
      [...texte.matchAll(/"(REF-\d+)"/g)].map(([, reference]) => reference).join(' '),
    ]);
    assert.deepEqual(told, [
      ['ok', 'REF-0001 REF-0003 REF-0005'],
      ['ko', 'REF-0002 REF-0004'],
    ]);
    assert.deepEqual(analyse({ name: 'a.avance.json', text: decoupe.morceaux[0]?.texte ?? '' }).findings, []);
  });

  it('files of more than 200 are cut as well', () => {
    const { dossier } = dossierOf(validFileOf('MDV-LGC-Va2', 203));
    const decoupe = separer(dossier, new Set([0]));
    assert.ok(decoupe.kind === 'decoupe');
    assert.deepEqual(
      decoupe.morceaux.map(({ suffixe, demandes }) => [suffixe, demandes]),
      [
        ['ok-1', 200],
        ['ok-2', 2],
        ['ko', 1],
      ],
    );
  });

  it('nothing to do where all are of one kind', () => {
    const { dossier } = dossierOf(validFileOf('MDV-LGC-Va2', 2));
    for (const ko of [new Set<number>(), new Set([0, 1])]) {
      assert.deepEqual(separer(dossier, ko), { kind: 'decoupe', morceaux: [] });
    }
  });

  it('names keep their ending', () => {
    const names = ['mars.avance.json', 'mars.solde.json', 'mars.json', 'mars', 'Mars.AVANCE.JSON'];
    assert.deepEqual(
      names.map((nom) => nomDuMorceau(nom, 'ok')),
      ['mars-ok.avance.json', 'mars-ok.solde.json', 'mars-ok.json', 'mars-ok', 'Mars-ok.AVANCE.JSON'],
    );
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyse, type Analysis } from '../../server/src/analysis/analyse';
import { plainText, type Morceau } from '../../server/src/dossier/solde/morceau';
import { soldesFromAvance } from '../../server/src/dossier/solde/solde-from-avance';
import { snippetOf, soldeSnippets } from '../../server/src/features/solde-snippet';
import { FormatRegistry } from '../../server/src/formats/registry';
import { soldeFormatOf } from '../../server/src/formats/solde-format';
import { expandSnippet } from '../features/completion/accept';
import { structuralFindings } from '../features/completion/structural-findings';
import { NAMED_FORMATS, validFile, validFileOf } from '../support/valid-files';

const REGISTRY = new FormatRegistry();
const AVANCES = NAMED_FORMATS.filter(({ etape }) => etape === 'avance');

function filesOf(analysis: Analysis): readonly (readonly Morceau[])[] {
  const { dossier } = analysis;
  const format = dossier && soldeFormatOf(dossier.format, REGISTRY);
  assert.ok(dossier && format);
  return soldesFromAvance(dossier, dossier.demandes, format, analysis);
}

const avance = (text: string): Analysis => analyse({ name: 'mars.avance.json', text });
const solde = (text: string): Analysis => analyse({ name: 'mars.solde.json', text });
const plain = (text: string): string => filesOf(avance(text)).map(plainText).join('');

function codesOf({ findings }: Analysis): string[] {
  return [...new Set(findings.map(({ finding }) => finding.code))].filter(
    (code) => code !== 'balise-incertaine',
  );
}

describe('A08 the solde made from an avance', () => {
  for (const format of AVANCES) {
    it(`${format.id}: as plain JSON, it lacks its attachments alone, and what is not known is null`, () => {
      const text = plain(validFile(format, 2));
      const analysis = solde(text);
      assert.equal(analysis.dossier?.format.id, format.id.replace('avance', 'solde'));
      assert.deepEqual(codesOf(analysis), ['piece-manquante']);
      const [first] = (JSON.parse(text) as { demandes: Record<string, unknown>[] }).demandes;
      assert.equal(first?.referenceDemande, 'REF-0001');
      assert.deepEqual(first.verificationAptitude, { dateSignature: null, nomSignataire: null });
      assert.deepEqual(first.beneficiaires, beneficiaires(validFile(format, 2)));
    });

    it(`${format.id}: as a snippet, it has no fault of structure once its stops are left as they are`, () => {
      const [file] = filesOf(avance(validFile(format, 2)));
      const text = expandSnippet(snippetOf(file ?? [], 'fr'));
      assert.deepEqual(structuralFindings(solde(text)), []);
      assert.ok(codesOf(solde(text)).includes('date-format'), 'the examples are told');
    });
  }

  it('J09 keeps the digits of the order, in the order and in the invoice', () => {
    const text = plain(
      validFileOf('MDV-LGC-Va2')
        .replace('1000.00', '1000.0')
        .replace('1200.00', '1200')
        .replace('20.00', '20'),
    );
    assert.equal(text.match(/"montantHT": 1000\.0,/g)?.length, 2);
    assert.equal(text.match(/"tauxTVA": 20,/g)?.length, 2);
    assert.equal(text.match(/"montantTTC": 1200\n/g)?.length, 2);
  });

  it('M04 writes the two payments where one share only is possible', () => {
    const text = plain(validFileOf('MDV-LGC-Va2').replace('1000.00', '358.33').replace('1200.00', '430.00'));
    assert.match(text, /"montantAvancePercue": 172\.00,\n {6}"montantSolde": 258\.00\n/);
    assert.match(plain(validFileOf('MDV-LGC-Va1')), /"montantAvancePercue": 126\.00,\n.*294\.00/);
  });

  it('M05 leaves them to the user for HOP-DPI-Va2, where two shares are', () => {
    const [file = []] = filesOf(avance(validFileOf('HOP-DPI-Va2')));
    assert.match(plainText(file), /"montantAvancePercue": null,\n.*"montantSolde": null\n/);
    assert.match(
      snippetOf(file, 'fr'),
      /: \$\{\d+\|480\.00,300\.00\|\},\n.*: \$\{\d+\|720\.00,900\.00\|\}\n/,
    );
  });

  it('M06 and where it is not known whether the supplier is subject to VAT', () => {
    const text = validFileOf('MDV-LGC-Va2').replace('"assujettiTVA": true', '"assujettiTVA": null');
    assert.match(plain(text), /"montantAvancePercue": null,/);
  });

  it('P03 names the attachments of the solde, with names that the portal takes', () => {
    const [file = []] = filesOf(avance(validFileOf('MDV-LGC-Va1')));
    assert.deepEqual(
      [...plainText(file).matchAll(/"typePiece": (.*),/g)].map(([, type]) => type),
      ['"FACTURE"', 'null'],
    );
    const snippet = snippetOf(file, 'fr');
    assert.match(snippet, /"\$\{\d+:facture-REF-0001\.pdf\}"/i);
    assert.ok(!codesOf(solde(expandSnippet(snippet))).includes('piece-nom'));
  });

  it('J06 makes files of 200 requests at most, and loses none', () => {
    const files = filesOf(avance(validFileOf('HOP-PFI-Va2', 401))).map(plainText);
    assert.deepEqual(
      files.map((text) => solde(text).dossier?.demandes.length),
      [200, 200, 1],
    );
    assert.match(files[2] ?? '', /REF-0401/);
  });

  it('J07 leaves out the requests that have an error, and says how many', () => {
    const text = validFileOf('MDV-LGC-Va2', 3).replace(
      '"signatureElectronique": true',
      '"signatureElectronique": vrai',
    );
    const { snippets, ecartees } = soldeSnippets(avance(text), REGISTRY, 'fr') ?? {};
    assert.equal(ecartees, 1);
    assert.deepEqual(snippets?.[0]?.match(/REF-000\d(?=",\n)/g), ['REF-0002', 'REF-0003']);
  });

  it('is not made from a solde, nor from another JSON', () => {
    assert.equal(
      soldeSnippets(solde(validFile(NAMED_FORMATS.at(-1) ?? assert.fail())), REGISTRY, 'fr'),
      undefined,
    );
    assert.equal(soldeSnippets(analyse({ name: 'a.json', text: '{}' }), REGISTRY, 'fr'), undefined);
  });

  it('of a large file, its snippet is plain: nobody goes through thousands of stops', () => {
    const [snippet = ''] =
      soldeSnippets(avance(validFileOf('HOP-PFI-Va2', 200)), REGISTRY, 'fr')?.snippets ?? [];
    assert.doesNotMatch(snippet, /\$\{?\d/);
    assert.deepEqual(codesOf(solde(expandSnippet(snippet))), ['piece-manquante']);
  });

  it('of the samples, keeps every beneficiary, text for text', () => {
    for (const path of ['hopital/dpi-correct', 'medecins-de-ville/lgc-vague1-correct']) {
      const text = readFileSync(`samples/${path}.avance.json`, 'utf8');
      assert.deepEqual(beneficiaires(plain(text)), beneficiaires(text));
    }
  });
});

function beneficiaires(text: string): unknown {
  return (JSON.parse(text) as { demandes: { beneficiaires: unknown }[] }).demandes[0]?.beneficiaires;
}

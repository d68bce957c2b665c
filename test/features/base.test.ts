import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { baseProposal } from '../../server/src/features/base/proposal';
import { baseReport } from '../../server/src/features/base/report';
import { loadBase } from '../../server/src/registry/import/load-base';
import { proposeMapping } from '../../server/src/registry/mapping/propose';
import { readTable } from '../../server/src/registry/table/read-table';
import { finish } from '../../server/src/registry/table/steps';

function proposed(text: string | Uint8Array) {
  const table = finish(readTable(Buffer.from(text), 'base.csv'));
  return baseProposal(table.etat === 'refus' ? table : proposeMapping(table), 'fr');
}

const reported = (text: string) => baseReport(finish(loadBase(Buffer.from(text), 'base.csv')), 'fr');

describe('a base in words', () => {
  it('tells what each column of the sample is taken for, with some of its values', () => {
    const proposal = proposed(readFileSync('samples/base-es-fictive.xlsx'));
    assert.ok(proposal.etat === 'proposition');
    assert.equal(proposal.feuille, 'Base ES (fictive)');
    assert.deepEqual(proposal.manque, []);
    const [finess] = proposal.colonnes;
    assert.equal(finess?.sens?.libelle, 'numéro FINESS');
    assert.deepEqual(finess.exemples.slice(0, 2), ['990000119', '990000127']);
    const last = proposal.colonnes.at(-1);
    assert.equal(last?.sens?.libelle, 'plafond · Hôpital – PFI – vague 2 (HOP-PFI-Va2) · VAGUE_1_ET_2 · TTC');
  });

  it('offers every meaning once, those proposed among them', () => {
    const proposal = proposed(readFileSync('samples/base-es-fictive.xlsx'));
    assert.ok(proposal.etat === 'proposition');
    const offered = proposal.choix.map(({ libelle }) => libelle);
    assert.equal(new Set(offered).size, offered.length);
    for (const { sens } of proposal.colonnes) {
      assert.ok(sens && offered.includes(sens.libelle), sens?.libelle);
    }
  });

  it('asks to look at an amount without its tax, and tells what is missing', () => {
    const proposal = proposed('FINESS;Plafond DPI\n990000119;12\n');
    assert.ok(proposal.etat === 'proposition');
    const [, amount] = proposal.colonnes;
    assert.match(amount?.sens?.libelle ?? '', /HT ou TTC \? à préciser$/);
    assert.equal(amount?.sure, false);
    assert.deepEqual(proposal.manque, ['raison sociale']);
  });

  it('refuses in words what is no base', () => {
    const proposal = proposed('a;b\n1;2\n');
    assert.ok(proposal.etat === 'refus');
    assert.match(proposal.message, /aucun en-tête/);
  });

  it('reports each row that is left aside; a hostile one makes no link and no command', () => {
    const report = reported('FINESS;Raison sociale\n990000119;A\n[x](command:a)\u202e;B\n990000119;A\n');
    assert.ok(report.etat === 'lue');
    assert.match(report.resume, /Lignes lues : 3 ; établissements retenus : 1 ; lignes laissées de côté : 2/);
    assert.match(report.details, /^# Lecture de base\.csv\n\n- Lignes lues : 3\./);
    assert.match(report.details, /## Lignes laissées de côté\n\n- Ligne 3 : .*\n- Ligne 4 : /);
    assert.doesNotMatch(report.details, /\[x\]\(|\u202e/);
  });
});

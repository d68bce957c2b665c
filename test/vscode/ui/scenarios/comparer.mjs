// The panel that holds a solde against its avance: the four cases, by keyboard, for everybody, light and dark.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { inEveryTheme } from '../panel.mjs';

export const title = 'a solde is held against its avance, request by request: the four cases of the annex';

const HOSTILE = '<img src=x onerror="document.body.textContent = 0">';
const ROWS = [
  ['D-1', ['870000064'], ['870000064'], /Même périmètre/],
  [
    'D-2',
    ['990000011', '990000029'],
    ['990000011'],
    /Retiré[^]*ne peut plus être financé ailleurs[^]*retiré/,
  ],
  ['D-3', ['990000037'], ['990000037', '990000045'], /Ajouté[^]*sans le bénéficiaire ajouté/],
  ['D-4', ['990000052'], ['990000060'], /Remplacé[^]*les numéros de l'avance/],
  [HOSTILE, ['990000078'], null, /Solde absent/],
];

export async function run(context) {
  const { workbench, folder } = context;
  const { page } = workbench;
  await page.setViewportSize({ width: 1600, height: 1000 });
  fs.writeFileSync(path.join(folder, 'mars.avance.json'), fileOf('AVANCE', 1));
  fs.writeFileSync(path.join(folder, 'mars.solde.json'), fileOf('SOLDE', 2));
  await workbench.openFile('mars.avance.json');
  await page.keyboard.press('Control+b');
  await workbench.runCommand('Compare Avance and Solde');
  await workbench.pick('mars.solde.json');
  const panel = workbench.webview();
  await panel.getByRole('heading', { level: 1, name: 'Avance et solde' }).waitFor();
  for (const [name, , , says] of ROWS) {
    const row = panel.getByRole('row').filter({ hasText: name });
    assert.match(await row.innerText(), says);
  }
  assert.equal(await panel.locator('img').count(), 0);
  const [first] = await panel.getByRole('row').filter({ hasText: 'D-1' }).allInnerTexts();
  assert.match(
    first.replaceAll('\u00a0', ' '),
    /1 200,00 € TTC\s+1 000,00 € HT\s+1 300,00 € TTC[^]*écart \+100,00 € HT/,
  );
  await inEveryTheme(context);
  await panel.getByRole('button', { name: 'Voir le solde : D-4' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'mars.solde.json', selected: true }).waitFor();
  fs.writeFileSync(path.join(folder, 'mars.solde.json'), fileOf('SOLDE', 1));
  await panel.getByText('Même périmètre : 5').waitFor();
}

/** The side (1 or 2) of ROWS as a file of hospitals. */
function fileOf(typeDemande, side) {
  const demandes = ROWS.filter((row) => row[side]).map((row) => ({
    referenceDemande: row[0],
    beneficiaires: { etablissements: row[side].map((FINESSPMSI) => ({ FINESSPMSI })) },
    prestation: { montantHT: 1000, tauxTVA: 20, montantTTC: 1200 },
    ...(typeDemande === 'SOLDE' && {
      facture: { montantHT: 1100, tauxTVA: 20, montantTTC: 1300 },
      montantAvancePercue: 480,
      montantSolde: 720,
    }),
  }));
  return JSON.stringify({ typeDemande, sons: 'HOP-DPI-Va2', demandes }, null, 2);
}

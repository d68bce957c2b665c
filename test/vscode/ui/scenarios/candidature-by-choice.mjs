// A manifest from the empty file to the end without a letter typed: completions and quick fixes only, by keyboard.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

export const title =
  'a manifest is written with completions and quick fixes alone, and ends without a finding';

const FILE = 'neuve.candidature.json';
const PIECES = ['PIECE_IDENTITE', 'RIB', 'ATTESTATION_REFERENCEMENT'];

export async function run(context) {
  const { workbench, editor, folder, screenshot, read } = context;
  // The whole manifest in view.
  await workbench.page.setViewportSize({ width: 1500, height: 2800 });
  emptied(folder);
  fs.writeFileSync(path.join(folder, FILE), '');
  await workbench.openFile(FILE);
  await editor.openSuggestions();
  await accept(context, 'Nouvelle candidature');
  await choose(context, ['"sons"'], 'HOP-DPI-Va2');
  // Date 2 is past, and no report of the penetration test is told.
  await counts(context, 1);
  await inSteps(context);
  await screenshot('1-steps');
  await inTest(context);
  await asNewcomer(context);
  await withProfiles(context);
  await withPapers(context);
  await screenshot('2-papers');
  await withHomologation(context);
  await counts(context, 0);
  await editor.press('Escape');
  await screenshot('3-done');
  await editor.save();
  const { sons, etapes, profils, chapitres, enrolement, homologations } = JSON.parse(read(FILE));
  assert.equal(sons, 'HOP-DPI-Va2');
  assert.equal(etapes.depotPreuves.dateDossierComplet, '15/12/2025');
  assert.deepEqual(
    chapitres.map(({ vague }) => vague),
    ['VAGUE_2', 'VAGUE_1'],
  );
  assert.deepEqual(
    enrolement.pieces.map(({ typePiece }) => typePiece),
    PIECES,
  );
  assert.deepEqual(homologations, []);
  assert.equal(profils.length, 2);
}

/** VS Code counts the problems of the whole folder: the samples have theirs. */
function emptied(folder) {
  for (const name of fs.readdirSync(folder)) {
    if (name !== '.vscode') fs.rmSync(path.join(folder, name), { recursive: true });
  }
}

/** The four steps: a status, then the dates that its rules ask for. */
async function inSteps(context) {
  const step = (name, tag) => ['"etapes"', `"${name}"`, `"${tag}"`];
  await choose(context, step('depotCandidature', 'statut'), 'TERMINEE');
  await choose(context, step('eligibilite', 'statut'), 'EN_COURS');
  // Date 1 is past, and the form is not told filed.
  await counts(context, 2);
  await choose(context, step('eligibilite', 'dateDepot'), '19/11/2024');
  await counts(context, 1);
  await choose(context, step('eligibilite', 'statut'), 'TERMINEE');
  await choose(context, step('depotPreuves', 'statut'), 'EN_COURS');
  await choose(context, step('depotPreuves', 'dateDossierComplet'), '15/12/2025');
  await choose(context, step('convention', 'statut'), 'TERMINEE');
  await fix(context, step('convention', 'statut'), 'Noter « depotPreuves » comme terminée');
  await fix(context, ['"versionsObsoletes"', '"declaration"'], "Noter qu'aucune version");
  await counts(context, 0);
}

async function inTest(context) {
  const tag = (name) => ['"testIntrusion"', `"${name}"`];
  await choose(context, tag('qualificationPASSI'), 'true');
  await choose(context, tag('KOEleves'), '0');
  await choose(context, tag('KOMoyens'), '10');
  await choose(context, tag('formulaireSigne'), 'false');
  await counts(context, 1);
  await choose(context, tag('formulaireSigne'), 'true');
  await choose(context, tag('datePremierRapport'), '15/12/2025');
  await counts(context, 0);
}

/** Who was not in wave 1 has a visit, and brings the evidence of both waves. */
async function asNewcomer(context) {
  await choose(context, ['"historiqueVague1"', '"referencee"'], 'false');
  await counts(context, 1);
  await choose(context, ['"visiteINS"', '"statut"'], 'VALIDEE');
  await choose(context, ['"chapitres"'], '{ … }');
  await choose(context, ['"chapitres"', '"vague"'], 'VAGUE_2');
  await choose(context, ['"chapitres"', '"statut"'], 'VALIDE');
  await fix(context, ['"chapitres"'], 'Ajouter un chapitre de la vague 1');
  await counts(context, 0);
}

async function withProfiles(context) {
  // Behind those of wave 1, whose tag has the same name.
  const list = ['"historiqueVague1"', '"profils"', '"profils"'];
  await choose(context, list, '{ … }');
  await choose(context, [...list, '"nom"'], 'Centres de santé');
  await fix(context, list, 'Ajouter le profil « Général »');
  await counts(context, 0);
}

async function withPapers(context) {
  const tag = (name) => ['"enrolement"', `"${name}"`];
  await choose(context, tag('type'), 'DEFINITIF');
  await choose(context, tag('demandeur'), 'EDITEUR');
  await choose(context, tag('dateDepot'), today());
  // Three papers, and the one on hosting.
  await counts(context, 4);
  for (const piece of PIECES) await fix(context, tag('pieces'), `Noter la pièce ${piece} comme fournie`);
  await choose(context, ['"HDS"', '"situation"'], 'CERTIFICAT');
  await counts(context, 0);
}

/** One that turns out not to be asked for. */
async function withHomologation(context) {
  await choose(context, ['"homologations"'], '{ … }');
  await choose(context, ['"homologations"', '"statut"'], 'OBTENUE');
  await counts(context, 2);
  await fix(context, ['"homologations"', '"NIE"'], "Retirer l'homologation");
}

/** The day in Paris, as VS Code is told it. */
function today() {
  return new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris' }).format(new Date());
}

/** Chooses a value; another one, when the list was drawn anew under the Enter key, is put right. */
async function choose(context, place, label) {
  const written = label === '{ … }' ? '[' : label;
  for (let times = 0; times < 3; times++) {
    await goToValue(context, place);
    await context.editor.openSuggestions();
    await accept(context, label);
    if ((await lineAt(context, place)).text.includes(written)) return;
  }
  throw new Error(`${label} was not written in ${place.join(' ')}`);
}

async function accept({ workbench: { page }, editor }, label) {
  await editor.acceptSuggestion(label);
  // The lists of the tab stops are left alone.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

async function fix(context, place, title) {
  const { editor } = context;
  await goToValue(context, place);
  await editor.openQuickFixes();
  await editor.chooseQuickFix(title);
}

/** Puts the cursor before the value of a tag, named with the blocks around it; in a list, behind its bracket. */
async function goToValue(context, place) {
  const { editor } = context;
  const { number, text } = await lineAt(context, place);
  const value = text.indexOf(':') + 2;
  await editor.goTo(number, value + (text[value] === '[' ? 2 : 1));
}

/** The line of a tag, once it is drawn. */
function lineAt({ workbench: { page }, eventually }, place) {
  return eventually(`${place.join(' ')} in view`, async () => lineOf(place, await linesIn(page)));
}

/** The lines that are drawn, each with its number: the editor places them by it. */
async function linesIn(page) {
  const lines = await page.locator('.editor-instance .view-line').evaluateAll((nodes) =>
    nodes.map(({ style, textContent }) => ({
      number: Math.round(parseFloat(style.top) / parseFloat(style.height)) + 1,
      text: textContent.replaceAll('\u00a0', ' '),
    })),
  );
  return lines.sort((one, other) => one.number - other.number);
}

/** Undefined while some line is being drawn anew. */
function lineOf(place, lines) {
  if (lines.some(({ number }, rank) => number !== rank + lines[0].number)) return undefined;
  let from = 0;
  let found;
  for (const name of place) {
    found = lines.find(({ number, text }) => number > from && text.trim().startsWith(`${name}:`));
    if (!found) return undefined;
    from = found.number;
  }
  return found;
}

/** Waits until VS Code counts so many problems. */
async function counts({ workbench, eventually }, expected) {
  let told = '';
  await eventually(`${expected} problems`, async () => {
    told = await workbench.problems();
    const numbers = [...told.matchAll(/\d+/g)].map(([number]) => Number(number));
    return numbers.reduce((sum, number) => sum + number, 0) === expected;
  }).catch((error) => {
    throw new Error(`${error.message}; VS Code says: ${told}`);
  });
}

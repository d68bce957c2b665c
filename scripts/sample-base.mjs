#!/usr/bin/env node
/**
 * Writes a fictional base of eligible establishments: department 99, names that end in "(fictif)", invented amounts.
 *   node scripts/sample-base.mjs                               500 rows in samples/base-es-fictive.{csv,xlsx}
 *   node scripts/sample-base.mjs --rows 100000 dist/grande     another number, in dist/grande.{csv,xlsx}
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { strToU8, zipSync } from 'fflate';

const TITLE = 'Base FICTIVE d’établissements : département 99, montants inventés';
const HEADER = [
  'N° FINESS',
  'Raison sociale',
  'Nature',
  'FINESS lié',
  'Catégorie',
  'SIREN',
  'Activité combinée 2022',
  ...['HOP-DPI', 'HOP-PFI'].flatMap((sons) =>
    ['V2', 'V1+V2'].flatMap((prestation) => [`${sons} ${prestation} HT`, `${sons} ${prestation} TTC`]),
  ),
];
/** The establishments of the sample requests, by the rank in their number. */
const KNOWN = {
  11: 'Centre hospitalier de Montjoie',
  12: 'Centre hospitalier du Val-Clair',
  13: 'Clinique des Ormes',
  14: 'Hôpital local de Sainte-Épine',
  21: 'Centre hospitalier de Roche-Belle',
  22: 'Centre hospitalier des Trois-Rivières',
  23: 'Clinique de la Fontaine',
  24: 'Hôpital de la Croix-Haute',
  25: 'Clinique du Moulin',
};
/** Ranks of the sites and structures of the other sample requests, which are no hospitals. */
const TAKEN = [40, 70];
const KINDS = [
  'Centre hospitalier',
  'Hôpital',
  'Clinique',
  'Polyclinique',
  'Hôpital local',
  'Centre de dialyse',
];
const LINKS = ['de', 'de la', 'du', 'des'];
const PLACES = {
  de: [
    'Fleurval',
    'Montclair',
    'Sainte-Aubière',
    'Vertefeuille',
    'Beaucastel-le-Neuf',
    'Saint-Ouïn',
    'Limogette',
  ],
  'de la': ['Grande-Combe-Bleue', 'Haute-Garenne', 'Vallée-Perdue', 'Côte-d’Ambre'],
  du: ['Bois-Doré', 'Pré-Long', 'Mont-Églantier', 'Haut-Tilleul'],
  des: ['Quatre-Fontaines', 'Étangs-Gris', 'Cœurs-Vaillants', 'Deux-Clochers'],
};

/** The establishments, always the same for the same number of them. Amounts in cents. */
function establishments(count) {
  const next = random(20260303);
  const all = [];
  for (let rank = 11; all.length < count; rank++) {
    if (rank < TAKEN[0] || rank >= TAKEN[1]) all.push(establishment(rank, next));
  }
  return all;
}

function establishment(rank, next) {
  const pick = (list) => list[Math.floor(next() * list.length)];
  const link = pick(LINKS);
  const name = KNOWN[rank] ?? `${pick(KINDS)} ${link} ${pick(PLACES[link])} ${rank}`;
  const isPrivate = /clinique|dialyse/i.test(name);
  const activity = 500 + Math.floor(next() * 60_000);
  // Invented, above the amounts of the sample requests; a multiple of five cents, so that 20 % is exact.
  const dpi = 9_000_000 + Math.floor(activity * 120 + next() * 1000) * 5;
  const pfi = 6_000_000 + Math.floor(activity * 60 + next() * 1000) * 5;
  const amounts = [dpi, dpi + 3_000_000, pfi, pfi + 2_000_000].flatMap((ht) => [ht, (ht * 6) / 5]);
  const digits = String(rank).padStart(6, '0');
  return {
    finess: withKey(`99${digits}`),
    name: `${name} (fictif)`,
    nature: isPrivate ? 'Géographique' : 'Juridique',
    related: withKey(`99${String(500_000 + rank)}`),
    category: name
      .split(' ')
      .slice(0, /^(Centre|Hôpital local)/.test(name) ? 2 : 1)
      .join(' '),
    siren: withKey(`99${String(990_000 + rank).padStart(6, '0')}`),
    activity,
    amounts,
  };
}

/** The base as a CSV, as a French spreadsheet saves it. */
export function sampleCsv(count) {
  const rows = establishments(count).map((one) =>
    [one.finess, one.name, one.nature, one.related, one.category, one.siren, one.activity]
      .concat(one.amounts.map(frenchAmount))
      .join(';'),
  );
  return `${[TITLE, '', HEADER.join(';'), ...rows].join('\n')}\n`;
}

/** The base as a workbook: a first sheet that is not the base, numbers as texts and amounts as numbers. */
export function sampleXlsx(count) {
  const rows = establishments(count).map((one) => [
    ...[one.finess, one.name, one.nature, one.related, one.category, one.siren].map(textCell),
    numberCell(one.activity),
    ...one.amounts.map((cents) => numberCell((cents / 100).toFixed(2))),
  ]);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const sheet = (all) =>
    xml(`<worksheet xmlns="${main}"><sheetData>${all.map(row).join('')}</sheetData></worksheet>`);
  const related = (all) =>
    xml(
      `<Relationships xmlns="${packages}/relationships">${all
        .map(
          ([type, target], at) =>
            `<Relationship Id="rId${at + 1}" Type="${relations}/${type}" Target="${target}"/>`,
        )
        .join('')}</Relationships>`,
    );
  const part = (name, type) => `<Override PartName="/xl/${name}.xml" ContentType="${types}.${type}+xml"/>`;
  const files = {
    '[Content_Types].xml': xml(
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook', 'sheet.main')}${part('worksheets/sheet1', 'worksheet')}${part('worksheets/sheet2', 'worksheet')}</Types>`,
    ),
    '_rels/.rels': related([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Lisez-moi" sheetId="1" r:id="rId1"/><sheet name="Base ES (fictive)" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': related([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['worksheet', 'worksheets/sheet2.xml'],
    ]),
    'xl/worksheets/sheet1.xml': sheet([
      [textCell(TITLE)],
      [textCell('Rien ici ne vient d’une base réelle.')],
    ]),
    'xl/worksheets/sheet2.xml': sheet([[textCell(TITLE)], [], HEADER.map(textCell), ...rows]),
  };
  const packed = Object.entries(files).map(([name, text]) => [name, strToU8(text)]);
  // The same bytes every time: a date of its own would change them.
  return zipSync(Object.fromEntries(packed), { mtime: new Date(2026, 0, 1) });
}

function xml(content) {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`;
}

function row(cells, at) {
  return `<row r="${at + 1}">${cells.join('')}</row>`;
}

function textCell(text) {
  return `<c t="inlineStr"><is><t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
}

function numberCell(value) {
  return `<c><v>${value}</v></c>`;
}

/** `12 345,60`. */
function frenchAmount(cents) {
  const [whole, decimals] = (cents / 100).toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ' ')},${decimals}`;
}

/** The digits and the key (Luhn) that makes a FINESS or a SIREN of them. */
function withKey(digits) {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits + String((10 - (sum % 10)) % 10);
}

/** Numbers from 0 to 1 that look like chance and are the same every time (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values, positionals } = parseArgs({
    options: { rows: { type: 'string', default: '500' } },
    allowPositionals: true,
  });
  const count = Number(values.rows);
  if (!Number.isInteger(count) || count < 1 || count > 400_000) {
    console.error(`Not a number of rows: ${values.rows}`);
    process.exit(2);
  }
  const target = resolve(positionals[0] ?? 'samples/base-es-fictive');
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(`${target}.csv`, sampleCsv(count));
  writeFileSync(`${target}.xlsx`, sampleXlsx(count));
  console.log(`${target}.csv, ${target}.xlsx: ${count} establishments`);
}

import { strFromU8, strToU8 } from 'fflate';
import { ByteReader, checksum, joinBytes } from './bytes';
import type { Columns } from './columns';
import { IndexedBase } from './indexed-base';
import { isStoredText, sourceIn, type StoredText } from './stored-text';

/** Raised whenever the bytes below change their meaning: older ones are then made anew from the user's file. */
const VERSION = 1;
const MAGIC = 0x53474253;
/** Magic, version, checksum of what follows, length of the text. */
const HEAD = 4;

/** A base as bytes, to be kept: its index is not built again. */
export function serialise({ source, columns }: IndexedBase): Uint8Array {
  const text: StoredText = {
    source: { fichier: source.fichier, feuille: source.feuille ?? '' },
    mots: columns.mots,
    objets: columns.objets.map(({ sons, prestation }) => [sons ?? '', prestation ?? '']),
    noms: columns.noms.all,
    nomsCompares: columns.nomsCompares.all,
    etablissements: columns.finess.length,
    plafonds: columns.ht.length,
  };
  const encoded = strToU8(JSON.stringify(text));
  const body = joinBytes([encoded, ...arraysOf(columns)]);
  return joinBytes([Uint32Array.of(MAGIC, VERSION, checksum(body), encoded.length), body]);
}

/** The base of such bytes; undefined for bytes of another version, cut, damaged, or of something else. */
export function deserialise(bytes: Uint8Array): IndexedBase | undefined {
  try {
    const head = new ByteReader(bytes);
    const [magic, version, sum, length = 0] = head.u32(HEAD);
    const body = bytes.subarray(HEAD * Uint32Array.BYTES_PER_ELEMENT);
    if (magic !== MAGIC || version !== VERSION || sum !== checksum(body)) return undefined;
    const reader = new ByteReader(body);
    const text: unknown = JSON.parse(strFromU8(reader.u8(length)));
    if (!isStoredText(text)) return undefined;
    return new IndexedBase(sourceIn(text), readColumns(reader, text));
  } catch {
    return undefined;
  }
}

/** In the order in which `readColumns` takes them. */
function arraysOf(columns: Columns): ArrayBufferView[] {
  return [
    columns.finess,
    columns.finessLie,
    columns.nature,
    columns.siren,
    columns.ligne,
    columns.categorie,
    columns.activiteCombinee,
    columns.noms.starts,
    columns.nomsCompares.starts,
    columns.plafondDebut,
    columns.plafondObjet,
    columns.ht,
    columns.ttc,
  ];
}

function readColumns(reader: ByteReader, text: StoredText): Columns {
  const { etablissements, plafonds } = text;
  return {
    finess: reader.u32(etablissements),
    finessLie: reader.u32(etablissements),
    nature: reader.u8(etablissements),
    siren: reader.u32(etablissements),
    ligne: reader.u32(etablissements),
    categorie: reader.u32(etablissements),
    activiteCombinee: reader.u32(etablissements),
    noms: { all: text.noms, starts: reader.u32(etablissements + 1) },
    nomsCompares: { all: text.nomsCompares, starts: reader.u32(etablissements + 1) },
    plafondDebut: reader.u32(etablissements + 1),
    plafondObjet: reader.u16(plafonds),
    ht: reader.i64(plafonds),
    ttc: reader.i64(plafonds),
    mots: text.mots,
    objets: text.objets.map(([sons, prestation]) => ({
      sons: sons === '' ? undefined : sons,
      prestation: prestation === '' ? undefined : prestation,
    })),
  };
}

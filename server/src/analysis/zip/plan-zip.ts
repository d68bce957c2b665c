import { referenceOf } from '../../dossier/beneficiaire';
import type { Dossier } from '../../dossier/dossier';
import type { Message } from '../../messages/catalogue';
import { FichiersPresents, type FichierPresent } from '../../rules/pieces/fichiers-presents';
import { freeLegalName, legalNames } from '../../rules/pieces/legal-name';
import { hasAcceptedFormat } from '../../rules/pieces/piece-format';
import { inMegabytes, LARGEST_PIECE } from '../../rules/pieces/taille-maximale';
import { rewrite, textsOf } from '../../rules/texts-of';
import type { Edit } from '../../syntax/edits';

/** A limit of ours: the whole ZIP is made in memory. */
const MOST_BYTES = 500_000_000;

/** An attachment: the file that it is read from, and the name that it takes in the ZIP and in the JSON. */
export interface Entree extends FichierPresent {
  readonly nom: string;
}

export interface Renommage {
  readonly de: string;
  readonly en: string;
}

/** What a ZIP is to hold, and what stands in its way. */
export interface PlanZip {
  readonly entrees: readonly Entree[];
  /** Names that the portal would refuse, and what they become. */
  readonly renommages: readonly Renommage[];
  /** The same in the text of the file of requests. */
  readonly edits: readonly Edit[];
  /** With any of these, nothing is prepared. */
  readonly refus: readonly Message[];
  /** What to look at, and which is no reason to refuse. */
  readonly avis: readonly Message[];
}

/** P01: which files go into the ZIP of a file of requests, under which names; `files` are those beside it and below. */
export function planZip(dossier: Dossier, files: readonly FichierPresent[]): PlanZip {
  const pieces = piecesOf(dossier);
  const names = [...pieces.keys()];
  const legal = new Map(legalNames(names).map((nom, rank) => [names[rank] ?? '', nom]));
  const present = new FichiersPresents(files);
  const found = names.map((name) => {
    const nom = legal.get(name) ?? name;
    return { name, nom, candidates: present.named(name) };
  });
  const entrees = found.flatMap(({ nom, candidates }) => {
    const [file] = candidates;
    return file && candidates.length === 1 ? [{ ...file, nom }] : [];
  });
  const refus = [
    ...(names.length === 0 ? [{ key: 'zip.aucune-piece', params: {} } as const] : []),
    ...found.flatMap(({ name, candidates }) =>
      whyNotFound(name, candidates, pieces.get(name)?.demandes ?? []),
    ),
    ...entrees.flatMap(refusedFile),
    ...homonyms(entrees),
    ...tooMuch(entrees),
  ];
  return {
    entrees,
    renommages: names.flatMap((de) => {
      const en = legal.get(de) ?? de;
      return en === de ? [] : [{ de, en }];
    }),
    edits: [...pieces].flatMap(([name, { places }]) => {
      const nom = legal.get(name) ?? name;
      return nom === name ? [] : places(nom);
    }),
    refus,
    avis: entrees
      .filter(({ taille }) => taille > LARGEST_PIECE.sure && taille <= LARGEST_PIECE.possible)
      .map(nearLimit),
  };
}

/** P04: a name for the ZIP that none of `taken` has: used before, or there already. */
export function zipName(fichier: string, taken: readonly string[]): string {
  const stem = fichier.replace(/(?:\.(?:avance|solde))?\.json$/i, '');
  const step = /\.(avance|solde)\.json$/i.exec(fichier)?.[1];
  return freeLegalName(`${stem}${step === undefined ? '' : `-${step.toLowerCase()}`}.zip`, taken);
}

interface Piece {
  /** References of the requests that name it. */
  readonly demandes: string[];
  readonly places: (nom: string) => Edit[];
}

/** The attachments by the name that the JSON gives them, in its order; one name stands for one file throughout. */
function piecesOf({ demandes }: Dossier): ReadonlyMap<string, Piece> {
  const pieces = new Map<string, Piece>();
  for (const { part, rang, start } of demandes) {
    for (const written of textsOf(part, 'nom-fichier')) {
      const known = pieces.get(written.text);
      const place = (nom: string): Edit => {
        const edit = rewrite(written, nom);
        return { ...edit, start: edit.start + start, end: edit.end + start };
      };
      pieces.set(written.text, {
        demandes: [...(known?.demandes ?? []), referenceOf(part) ?? `n° ${rang + 1}`],
        places: (nom) => [...(known?.places(nom) ?? []), place(nom)],
      });
    }
  }
  return pieces;
}

function whyNotFound(
  nom: string,
  candidates: readonly FichierPresent[],
  demandes: readonly string[],
): Message[] {
  const demande = [...new Set(demandes)].join(', ');
  if (candidates.length === 0) return [{ key: 'zip.piece-absente', params: { nom, demande } }];
  if (candidates.length === 1) return [];
  const chemins = candidates.map(({ chemin }) => chemin).join(', ');
  return [{ key: 'zip.piece-ambigue', params: { nom, chemins } }];
}

function refusedFile({ nom, chemin, taille }: Entree): Message[] {
  const refused: Message[] = [];
  if (!hasAcceptedFormat(nom)) refused.push({ key: 'zip.piece-format', params: { fichier: chemin } });
  if (taille > LARGEST_PIECE.possible) {
    refused.push({ key: 'zip.piece-taille', params: sized(chemin, taille) });
  }
  return refused;
}

function nearLimit({ chemin, taille }: Entree): Message {
  return { key: 'zip.piece-taille-douteuse', params: sized(chemin, taille) };
}

function sized(fichier: string, taille: number): { fichier: string; taille: string } {
  return { fichier, taille: inMegabytes(taille) };
}

/** Two files under names that differ by their case alone: one of them would be lost where the ZIP is opened. */
function homonyms(entrees: readonly Entree[]): Message[] {
  const first = new Map<string, Entree>();
  return entrees.flatMap((entree): Message[] => {
    const other = first.get(entree.nom.toLowerCase());
    first.set(entree.nom.toLowerCase(), other ?? entree);
    return other && other.nom !== entree.nom
      ? [{ key: 'zip.homonymes', params: { nom: other.nom, autre: entree.nom } }]
      : [];
  });
}

function tooMuch(entrees: readonly Entree[]): Message[] {
  const taille = entrees.reduce((sum, entree) => sum + entree.taille, 0);
  return taille > MOST_BYTES ? [{ key: 'zip.trop-gros', params: { limite: MOST_BYTES / 1_000_000 } }] : [];
}

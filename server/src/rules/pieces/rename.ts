import type { Part } from '../../dossier/part';
import type { RuleFix } from '../rule';
import { rewrite, textsOf, type WrittenText } from '../texts-of';
import { legalNames } from './legal-name';

/** Proposes a name that the portal takes, unlike the other names of the request. A guess: the file on the disk keeps its own. */
export function rename(written: WrittenText, part: Part): RuleFix[] {
  const names = textsOf(part, 'nom-fichier');
  const rank = names.findIndex(({ node }) => node === written.node);
  const nom = legalNames(names.map(({ text }) => text))[rank];
  return nom === undefined ? [] : [{ kind: 'unsafe', edits: [rewrite(written, nom)], params: { nom } }];
}

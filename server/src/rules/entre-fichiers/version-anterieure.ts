import { compactNumber } from '../../dossier/keys';
import type { FileAmongOthers } from '../../dossier/neighbours';
import { mentionsAt, requestCount, saidAt, type Mention } from '../../dossier/summary';
import { compareVersions, isShortFor } from '../candidature/versions';
import { workspaceRule } from '../rule';

interface Earlier {
  readonly version: Mention;
  readonly referencee: string;
  /** What leaves a doubt: the version may be written short, or be that of another software. */
  readonly doute: 'court' | 'logiciel' | undefined;
}

/**
 * V01: an order is of the version that was referenced, or of a later one. The manifest beside the file says which it is;
 * silent where versions cannot be put in order, or are of two softwares.
 */
export const versionAnterieure = workspaceRule<Earlier>({
  code: 'version-anterieure',
  famille: 'entre-fichiers',
  severity: 'error',
  inventaire: ['V01'],
  sources: ['S2'],
  detect: (file) => {
    const { summary, manifeste } = file;
    const referencee = manifeste?.versionReferencee;
    if (summary.etape !== 'avance' || referencee === undefined) return [];
    return Array.from({ length: requestCount(summary) }, (_, rang) => rang).flatMap((rang) =>
      earlier(rang, referencee, file),
    );
  },
  where: ({ version }) => version,
  doubtful: ({ doute }) => doute !== undefined,
  wording: ({ version, referencee, doute }) => ({
    suffix: doute ?? 'sure',
    params: { version: version.text, referencee },
  }),
});

function earlier(rang: number, referencee: string, { summary, manifeste }: FileAmongOthers): Earlier[] {
  const [version, another] = mentionsAt(summary, rang, ['version-logiciel']);
  if (!version || another || compareVersions(version.text, referencee) !== 'anterieure') return [];
  const numero = saidAt(summary, rang, 'numero-referencement');
  const isKnown = numero !== undefined && manifeste?.numeroReferencement !== undefined;
  const isSame = isKnown && compactNumber(numero) === compactNumber(manifeste.numeroReferencement);
  if (isKnown && !isSame) return [];
  const doute = isShortFor(version.text, referencee) ? 'court' : isSame ? undefined : 'logiciel';
  return [{ version, referencee, doute }];
}

import * as vscode from 'vscode';
import type { FichierDeBase, PropositionDeBase } from '../../../server/src/lsp/protocol';
import { words } from '../words';

type Proposal = Extract<PropositionDeBase, { etat: 'proposition' }>;
type Column = Proposal['colonnes'][number];
type Meaning = Proposal['choix'][number];
type Columns = NonNullable<FichierDeBase['colonnes']>;

interface Row extends vscode.QuickPickItem {
  /** Undefined on the row that accepts all. */
  readonly rank?: number;
}

interface Choice extends vscode.QuickPickItem {
  readonly meaning: Meaning | null;
}

/** Shows what each column is taken for; the user accepts, or changes one column after the other. */
export async function confirmColumns(fichier: string, proposal: Proposal): Promise<Columns | undefined> {
  let columns = proposal.colonnes;
  for (;;) {
    const picked = await vscode.window.showQuickPick<Row>(rowsOf(columns), {
      title: titleOf(fichier, proposal, columns),
      placeHolder: words('base.colonnes'),
      matchOnDescription: true,
      ignoreFocusOut: true,
    });
    if (!picked) return undefined;
    if (picked.rank === undefined) return confirmed(columns);
    const { rank } = picked;
    const column = columns[rank];
    const choice = column && (await askMeaning(column, proposal.choix));
    if (choice) columns = columns.map((one, at) => (at === rank ? said(one, choice.meaning) : one));
  }
}

function rowsOf(columns: readonly Column[]): Row[] {
  const known = columns.filter(({ sens }) => sens);
  const accept = words('base.accepter', { colonnes: known.length });
  return [
    { label: `$(check) ${accept}` },
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    ...columns.map(({ entete, sens, confiance, sure, exemples }, rank) => ({
      label: `${sens ? (sure ? '$(pass)' : '$(question)') : '$(circle-slash)'} ${entete}`,
      description: sens
        ? [sens.libelle, confiance].filter((text) => text !== '').join(', ')
        : words('base.ignoree'),
      detail: exemples.join(' · '),
      rank,
    })),
  ];
}

function titleOf(fichier: string, { feuille, manque }: Proposal, columns: readonly Column[]): string {
  const place = feuille === null ? fichier : `${fichier} (${feuille})`;
  const isAsProposed = !columns.some(({ confiance }) => confiance === words('base.choisie'));
  return manque.length > 0 && isAsProposed
    ? words('base.titre.manque', { fichier: place, manque: manque.join(', ') })
    : words('base.titre', { fichier: place });
}

async function askMeaning(
  { entete, exemples }: Column,
  all: readonly Meaning[],
): Promise<Choice | undefined> {
  return vscode.window.showQuickPick<Choice>(
    [
      { label: words('base.ignorer'), meaning: null },
      ...all.map((meaning) => ({ label: meaning.libelle, meaning })),
    ],
    {
      title: words('base.colonne', { entete, exemples: exemples.join(' · ') }),
      placeHolder: words('base.colonne.question'),
      ignoreFocusOut: true,
    },
  );
}

function said(column: Column, sens: Meaning | null): Column {
  return { ...column, sens, confiance: sens ? words('base.choisie') : '', sure: true };
}

function confirmed(columns: readonly Column[]): Columns {
  return columns.flatMap(({ entete, rang, sens }) =>
    sens ? [{ entete, ...(rang > 1 && { rang }), ...sens.sens }] : [],
  );
}

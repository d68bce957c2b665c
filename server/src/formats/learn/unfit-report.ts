import { translate, type Langue } from '../../messages/catalogue';

/** A file that a model no longer fits. */
export interface Unfit {
  /** From the folder of the workspace. */
  readonly path: string;
  /** How often it leaves the model's structure. */
  readonly count: number;
}

/** The last section of a model's report, in Markdown; empty when every file fits. */
export function unfitReport(files: readonly Unfit[], langue: Langue): string {
  if (files.length === 0) return '';
  const lines = files.map(({ path, count }) => {
    const fichier = path.replaceAll('`', "'");
    return `- ${translate(langue, 'modele.inadapte', { fichier, nombre: count })}`;
  });
  return `\n## ${translate(langue, 'modele.rapport.inadaptes')}\n\n${lines.join('\n')}\n`;
}

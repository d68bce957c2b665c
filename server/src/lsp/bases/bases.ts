import type { BaseSetting } from '../../analysis/base-setting';
import type { BaseFile } from './base-file';
import { FolderBase, type BasesContext, type WantedBase } from './folder-base';
import { isBelow, uriOfPath } from './place';

/** Stands for the files that lie in no folder. */
const NOWHERE = '';

/** A base, and whether it has to lie in the folder that asks for it. */
export type AskedBase = BaseSetting & { readonly enclos?: boolean };

/** What a folder asks for; `garder` while its settings cannot be read: what is in force stays. */
export type Asked = AskedBase | 'garder' | undefined;

/** The base of each folder of the workspace. */
export class Bases {
  private readonly byFolder = new Map<string, FolderBase>();
  private files: readonly string[] = [];

  constructor(private readonly context: BasesContext) {}

  /** The innermost folder's base around a file; of the files in no folder, their own. */
  around(uri: string): FolderBase | undefined {
    const [innermost] = [...this.byFolder.keys()]
      .filter((folder) => folder !== NOWHERE && uri.startsWith(`${folder}/`))
      .sort((a, b) => b.length - a.length);
    return this.byFolder.get(innermost ?? NOWHERE);
  }

  /** The files that bases are read from, as URIs. */
  uris(): readonly string[] {
    return this.files;
  }

  /** Reads what each folder asks for, all that is new or has changed; `asked` is told a folder, or none. */
  async refresh(folders: readonly string[], asked: (folder: string | undefined) => Asked): Promise<void> {
    for (const [folder, gone] of this.byFolder) {
      if (folder === NOWHERE || folders.includes(folder)) continue;
      gone.drop();
      this.byFolder.delete(folder);
    }
    const all = [...folders, undefined].map((folder) => ({ folder, setting: asked(folder) }));
    const wanted = all.flatMap(({ folder, setting }) =>
      setting === 'garder' ? [] : [{ folder, wanted: setting && wantedBase(setting, folder) }],
    );
    this.files = [...new Set(wanted.flatMap(({ wanted: files }) => urisOf(files)))];
    await Promise.all(
      wanted.map(({ folder = NOWHERE, wanted: files }) => {
        const known = this.byFolder.get(folder) ?? new FolderBase(this.context);
        this.byFolder.set(folder, known);
        return known.want(files);
      }),
    );
  }
}

function wantedBase(setting: AskedBase, folder: string | undefined): WantedBase | undefined {
  const base = fileIn(setting, folder);
  const enclosed = setting.enclos === true ? { enclos: true } : {};
  return base && { base, extrait: setting.extrait && fileIn({ ...setting.extrait, ...enclosed }, folder) };
}

function fileIn(
  { fichier, feuille, colonnes, enclos }: Omit<AskedBase, 'extrait'>,
  folder: string | undefined,
): BaseFile | undefined {
  const uri = uriOfPath(fichier, folder);
  if (uri === undefined) return undefined;
  const dehors = enclos === true && !isBelow(uri, folder);
  return {
    uri,
    ...(dehors && { dehors }),
    ...(feuille !== undefined && { feuille }),
    ...(colonnes && { colonnes }),
  };
}

function urisOf(wanted: WantedBase | undefined): string[] {
  return [wanted?.base, wanted?.extrait].flatMap((file) => (file && file.dehors !== true ? [file.uri] : []));
}

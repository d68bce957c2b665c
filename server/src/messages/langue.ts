export type Langue = 'fr' | 'en';

/** French unless told otherwise, whatever the editor's own language: the texts that we speak of are French. */
export function resolveLangue(setting: unknown, locale: string | undefined): Langue {
  if (setting === 'en') return 'en';
  return setting === 'auto' && locale !== undefined && !locale.toLowerCase().startsWith('fr') ? 'en' : 'fr';
}

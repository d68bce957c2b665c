/** True for the name, without folders, of a file that is a manifest by its name alone. */
export function isManifestName(name: string): boolean {
  return /(^|\.)candidature\.json$/i.test(name);
}

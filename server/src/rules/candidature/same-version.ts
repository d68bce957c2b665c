/** True for two writings of one version: blanks, case, and a leading "v" do not count. */
export function sameVersion(one: string, other: string): boolean {
  return plainVersion(one) === plainVersion(other);
}

function plainVersion(version: string): string {
  return version
    .replace(/\s/g, '')
    .toLowerCase()
    .replace(/^v(?:ersion)?\.?(?=\d)/, '');
}

/** Writes the package into `folder`, emptied first, and packs it into the folder above. Gives the path of the tarball. */
export function npmPackage(folder: string): Promise<string>;

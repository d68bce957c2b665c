/** Packages the extension that lies, built, in a folder. Gives the path of its .vsix. */
export function packageVsix(extension: string): string;

import type { BuildOptions, Format, OutputFile, Platform } from 'esbuild';

/** One of the bundles of the product. */
export interface Bundle {
  readonly entry: string;
  readonly out: string;
  readonly platform: Platform;
  readonly format: Format;
}

export const bundles: readonly Bundle[];
export function shippedClients(): Promise<readonly OutputFile[]>;
export function buildOptions(bundle: Bundle, choices?: { dev?: boolean }): BuildOptions;

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './fixture';

const SAMPLES = join(ROOT, 'samples');

/** The texts of the candidature manifests in `samples/`: filled, and right. */
export function sampleManifests(): string[] {
  return readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.candidature.json'))
    .sort()
    .map((path) => readFileSync(join(SAMPLES, path), 'utf8'));
}

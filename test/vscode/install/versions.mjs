import fs from 'node:fs';

/** What is pinned: see versions.json. */
export const versions = JSON.parse(fs.readFileSync(new URL('../versions.json', import.meta.url), 'utf8'));

/** The VS Code that serves `npm start`, and the tests that need only one. */
export const newestVersion = Object.keys(versions.servers)[0];

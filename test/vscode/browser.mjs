// The Chromium that shows the workbench.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumPath } from './install/system-packages.mjs';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
];

/** Opens Chromium, without a window, on a new profile in folder `home`. Gives playwright's BrowserContext. */
export function openBrowser(home) {
  const profile = path.join(home, 'chromium');
  // In VS Code for the web, webviews live on another origin and stay empty when its storage is refused.
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  fs.mkdirSync(path.join(profile, 'Default'), { recursive: true });
  fs.writeFileSync(path.join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  return chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: true,
    viewport: { width: 1280, height: 800 },
    locale: 'fr-FR',
    args: ARGS,
  });
}

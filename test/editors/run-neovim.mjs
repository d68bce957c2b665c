#!/usr/bin/env node
/** The packaged command line as a language server of a headless Neovim. Ends with `N passed, N failed`. */
import { join } from 'node:path';
import { runHeadless } from './run-headless.mjs';

runHeadless('nvim', (file, here) => [
  '--headless',
  '--clean',
  '-n',
  file,
  '-c',
  `luafile ${join(here, 'neovim.lua')}`,
]);

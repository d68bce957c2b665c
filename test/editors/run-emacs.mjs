#!/usr/bin/env node
/** The packaged command line as a language server of Emacs (eglot), in batch. Ends with `N passed, N failed`. */
import { join } from 'node:path';
import { runHeadless } from './run-headless.mjs';

runHeadless('emacs', (file, here) => ['--batch', '-l', join(here, 'emacs.el'), file]);

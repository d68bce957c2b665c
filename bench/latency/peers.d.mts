import type { Server } from './language-client';

/** The JSON server, with our schema of the deposit; and the YAML server, with the same. */
export declare function peers(): Server[];

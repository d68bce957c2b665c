import fc from 'fast-check';

/**
 * The same random cases for everybody, so that a run that is green here is green on a new machine.
 * `RUNS=50 npx mocha test/rules/fixes.property.test.ts` looks for new ones.
 */
if (process.env.RUNS === undefined) fc.configureGlobal({ seed: 20_260_303 });

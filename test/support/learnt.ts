import { compileFormat, type FormatSchema } from '../../server/src/formats/compile';
import type { Format } from '../../server/src/formats/format';
import { modelId, schemaOf, type ModelChoices } from '../../server/src/formats/learn/model-schema';
import { readModel, type Model, type ModelText } from '../../server/src/formats/learn/read-model';

/** The model that these texts show; fails on a text that shows none. */
export function modelOf(...texts: readonly ModelText[]): Model {
  const model = readModel(texts);
  if (model.kind === 'refus') throw new Error(JSON.stringify(model));
  return model;
}

/** The format that the product makes of these texts, through a file as a workspace keeps it. */
export function learntFormat(texts: readonly ModelText[], choices: ModelChoices): Format {
  const schema = JSON.parse(JSON.stringify(schemaOf(modelOf(...texts), choices))) as FormatSchema;
  return compileFormat(modelId(choices), schema, {});
}

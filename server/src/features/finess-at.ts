import { finessMeant } from '../dossier/finess';
import { textOf } from '../dossier/part';
import { FINESS_ROLES } from '../formats/roles';
import type { ModelPlace } from './place';

/** The FINESS of an establishment that stands at a place, on its key too; undefined for another place. */
export function finessAt({ key, tag, node, shape }: ModelPlace): string | undefined {
  const role = (key ? tag?.shape : shape)?.role;
  if (role === undefined || !FINESS_ROLES.includes(role)) return undefined;
  return finessMeant(textOf(key ? key.value : node) ?? '');
}

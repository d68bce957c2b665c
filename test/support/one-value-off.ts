/** The value with each of its leaves in turn replaced by what is no leaf; of each list, its first item only. */
export function* oneValueOff(value: unknown): Generator {
  if (typeof value !== 'object' || value === null) {
    yield { foreign: true };
    return;
  }
  for (const [key, part] of Object.entries(value)) {
    if (Array.isArray(value) && Number(key) > 0) return;
    for (const mangled of oneValueOff(part)) {
      yield Array.isArray(value) ? [mangled, ...(value.slice(1) as unknown[])] : { ...value, [key]: mangled };
    }
  }
}

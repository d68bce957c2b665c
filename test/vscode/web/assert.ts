// The part of node:assert/strict that suites use, for hosts without node.

class AssertionError extends Error {
  override name = 'AssertionError';
}

function ok(value: unknown, message?: string): asserts value {
  if (!value) {
    throw new AssertionError(message ?? `${show(value)} is not truthy`);
  }
}

function equal(actual: unknown, expected: unknown, message?: string): void {
  ok(Object.is(actual, expected), message ?? `expected ${show(expected)}, got ${show(actual)}`);
}

function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  ok(sameValue(actual, expected), message ?? `expected ${show(expected)}, got ${show(actual)}`);
}

function match(actual: string, expected: RegExp, message?: string): void {
  ok(expected.test(actual), message ?? `${show(actual)} does not match ${String(expected)}`);
}

function fail(message?: string): never {
  throw new AssertionError(message ?? 'failed');
}

function sameValue(left: unknown, right: unknown): boolean {
  if (!isObject(left) || !isObject(right)) {
    return Object.is(left, right);
  }
  const names = Object.keys(left);
  return (
    Array.isArray(left) === Array.isArray(right) &&
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && sameValue(left[name], right[name]))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

const assert: typeof ok &
  Record<'equal' | 'strictEqual', typeof equal> &
  Record<'deepEqual' | 'deepStrictEqual', typeof deepEqual> & {
    ok: typeof ok;
    match: typeof match;
    fail: typeof fail;
  } = Object.assign(ok, {
  ok,
  equal,
  strictEqual: equal,
  deepEqual,
  deepStrictEqual: deepEqual,
  match,
  fail,
});

export default assert;

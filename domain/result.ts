/**
 * What a person can cause is a value, not an exception: a result carries either the answer or one sentence
 * that says what is wrong and what to do next.
 */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string };

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure<T = never>(problem: string): Result<T> {
  return { ok: false, problem };
}

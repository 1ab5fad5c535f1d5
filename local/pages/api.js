// @ts-check
/** The local service's JSON API. */

/** A refusal, with a sentence for the reader. `status` is 0 where the service could not be reached. */
export class Problem extends Error {
  /** @param {string} message @param {number} status */
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

const unreachable =
  "この端末のサービスにつながりません。「npm start」が動いていることを確かめて、もう一度お試しください。";

/**
 * Asks for `path` and answers what came as JSON. Rejects with a `Problem`.
 * @param {string} method @param {string} path @param {unknown} [body] @returns {Promise<any>}
 */
export async function ask(method, path, body) {
  const response = await fetch(`/api/${path}`, {
    method,
    ...(body !== undefined && {
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  }).catch(() => {
    throw new Problem(unreachable, 0);
  });
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  throw new Problem(
    answer.problem ?? `サービスが応答できませんでした（${response.status}）。`,
    response.status,
  );
}

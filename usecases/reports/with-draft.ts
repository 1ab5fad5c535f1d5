import type { Draft } from "../ports/reports.ts";

/** Gives a new draft to `use` and throws it away whatever happens. */
export async function withDraft<Answer>(
  newDraft: () => Draft,
  use: (draft: Draft) => Promise<Answer>,
): Promise<Answer> {
  const draft = newDraft();
  try {
    return await use(draft);
  } finally {
    draft.discard();
  }
}

import type { Callback } from "../../domain/callback/callback.ts";
import type { CallbackStore } from "../../usecases/ports/callers.ts";

/** The open call backs of a programme that has few, the most urgent first. */
export async function openCallbacks(store: CallbackStore, programme: string): Promise<readonly Callback[]> {
  const { callbacks, next } = await store.page(programme, { limit: 100 });
  if (next) throw new Error("There are more call backs than a test has.");
  return callbacks;
}

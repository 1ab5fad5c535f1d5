import type { Numbered } from "../../domain/entry-kind.ts";
import type { EntryStore } from "../ports/entries.ts";
import { Unavailable } from "../ports/host.ts";

/** How often the next number is looked for where others write at the same moment. */
const attempts = 20;

/** A log of numbered events, to which one is only ever added. */
export type EventLog<Event extends object> = Pick<EntryStore<Event & Numbered>, "add" | "all">;

/** Adds an event behind all others, also of the same instant. Throws `Unavailable` where others keep writing first. */
export async function appendToLog<Event extends object>(
  log: EventLog<Event>,
  programme: string,
  event: Event,
): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const last = (await log.all(programme)).at(-1)?.number ?? 0;
    if ((await log.add(programme, { ...event, number: last + 1 })) === undefined) return;
  }
  throw new Unavailable(`Others have written into a log first ${attempts} times in a row.`);
}

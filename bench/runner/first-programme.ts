import type { Programme } from "../../domain/programme.ts";
import { programmes } from "../../programmes/registry.ts";

/** The programme with whose settings and places the benches work: the first that is known. */
export const programme: Programme = firstProgramme();

function firstProgramme(): Programme {
  const [first] = programmes;
  if (!first) throw new Error("No programme is known: add one in programmes/registry.ts.");
  return first;
}

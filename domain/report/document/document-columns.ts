import type { DocumentTable } from "./document.ts";

type Column = DocumentTable["columns"][number];

/** A column of words. `share` is its width beside the others'. */
export function left(heading: string, share: number): Column {
  return { heading, align: "left", share };
}

/** A column of figures. */
export function right(heading: string, share: number): Column {
  return { heading, align: "right", share };
}

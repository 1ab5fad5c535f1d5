import type { GenericSchema } from "valibot";
import type { DeskRole } from "../domain/desk/desk-role.ts";

/**
 * One thing that a screen can ask of the API. The table of all of them (`routes.ts`) is what the API matches requests
 * against, asks for roles and audits by, and what the screens' client calls: neither says any of it a second time.
 */
export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Under `/api`; what is in braces is the caller's: `/cases/{receiptNumber}`. */
  readonly path: string;
  /** Who may ask; everybody else is refused before anything is read. */
  readonly roles: readonly DeskRole[];
  /** Whether its answer says who a resident is, or what a resident wrote: then each answer leaves an entry in the audit. */
  readonly readsPersonalData: boolean;
  /** What is sent besides the path: the query of a GET, whose values are texts, and the JSON body of every other. */
  readonly request: GenericSchema;
  readonly answer: GenericSchema;
}

/** Those who work on cases; the prefecture is not among them. */
export const deskStaff = ["supervisor", "leader", "operator"] as const satisfies readonly DeskRole[];

export const everybody = [...deskStaff, "prefecture"] as const satisfies readonly DeskRole[];

/** The names in the braces of a path. */
export type PathNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathNames<Rest>
  : never;

import type { Instant } from "../japan-time.ts";

/** One of the texts that go to and fro between the desk and who wrote to it, after the inquiry itself. */
export interface Letter {
  readonly at: Instant;
  readonly from: "desk" | "inquirer";
  /** The staff code of who wrote it for the desk. */
  readonly by?: string;
  readonly text: string;
  /** What files that came with it are called. The files are not kept with the case. @default none */
  readonly attachments?: readonly string[];
  /** What the mail that brought it is called: the same mail is taken once. */
  readonly messageId?: string;
}

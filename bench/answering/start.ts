import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { handlerNodeOptions } from "../../lib/constructs/handler-bundling.ts";
import type { Bundle } from "./bundles.ts";

/** A function's first moments, in milliseconds, and what it answered. */
export interface Start {
  readonly loadMillis: number;
  readonly callMillis: number;
  readonly answer: unknown;
}

/** What Amazon Connect asks of a call that shows its number, as far as anything reads it. */
const question = {
  Details: {
    ContactData: {
      ContactId: "4a573372-1f28-4e26-b97b-123456789012",
      InitialContactId: "4a573372-1f28-4e26-b97b-123456789012",
      CustomerEndpoint: { Address: "+819012345678", Type: "TELEPHONE_NUMBER" },
    },
    Parameters: { step: "arrival" },
  },
};

/** Runs in a process of its own that has loaded nothing yet. */
const program = `
const [file, event] = process.argv.slice(1);
const begun = performance.now();
const { handler } = await import(file);
const loaded = performance.now();
const answer = await handler(JSON.parse(event), { awsRequestId: "bench" });
const answered = performance.now();
console.log(JSON.stringify({ loadMillis: loaded - begun, callMillis: answered - loaded, answer }));
`;

/** Starts a bundled handler in a fresh process, as Lambda does at a cold start, and has it answer a call. */
export async function started(bundle: Bundle, environment: Readonly<Record<string, string>>): Promise<Start> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", program, bundle.file, JSON.stringify(question)],
    { env: { ...environment, AWS_LAMBDA_FUNCTION_NAME: "answer-call", NODE_OPTIONS: handlerNodeOptions } },
  );
  // Before it the handler may have logged.
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Start;
}

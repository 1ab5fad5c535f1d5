/**
 * `npm run accept -- --stack NAME`: looks whether a deployed service is what this source says. It reads: the hours that are
 * in force, and what simulated callers hear. Ends with 0 where all is well, 1 where something is not, and 2 where it could
 * not begin: for wrong use, and without an account.
 */
import { parseArgs } from "node:util";
import { accept, help } from "./acceptance/accept.ts";

const options = {
  stack: { type: "string" },
  plan: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean" },
} as const;

function asked() {
  try {
    return parseArgs({ options }).values;
  } catch (cause) {
    return (cause as Error).message.split(". ")[0];
  }
}

const words = asked();
if (typeof words !== "object") {
  console.error(`${words}. Use: ${help.split("\n")[0]}`);
  process.exitCode = 2;
} else if (words.help) console.log(help);
else
  process.exitCode = await accept(words, {
    print: (line) => console.log(line),
    complain: (line) => console.error(line),
  });

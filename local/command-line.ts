import { runCommand } from "./run-command.ts";

/** The command line (`npm run --silent callcentre -- VERB …`): exit status 2 for wrong use, 1 for a job that failed. */
process.exitCode = await runCommand(process.argv.slice(2), console);

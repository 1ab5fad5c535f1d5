import type { Log } from "../../lambdas/edge/log.ts";
import { type LocalService, startLocalService } from "../local-service.ts";
import type { Outcome } from "./verb.ts";

/** Handlers say on standard error what went wrong, and nothing when all is well: a verb prints its own results. */
export const quietLog: Log = (level, message, fields) => {
  if (level === "error") console.error(JSON.stringify({ message, ...fields }));
};

/** Runs a verb on the state folder, beside a running `npm start` if there is one. */
export async function withService(
  programmeId: string | undefined,
  work: (service: LocalService) => Promise<Outcome>,
  log: Log = quietLog,
): Promise<Outcome> {
  const service = await startLocalService({ log, programmeId });
  try {
    return await work(service);
  } finally {
    await service.stop();
  }
}

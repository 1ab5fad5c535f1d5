import { systemClock } from "../../adapters/system/clock.ts";
import type { Programme } from "../../domain/programme.ts";
import { programmeOf, type World } from "../../lambdas/edge/composition.ts";
import { deskClock } from "./desk-clock.ts";
import type { Outcome } from "./verb.ts";
import { quietLog, withService } from "./with-service.ts";

/** A desk whose stores a verb works on. */
export interface Desk {
  readonly programme: Programme;
  readonly world: World;
}

/** The options of a verb that works on a desk. */
export const deskOptions = { deployed: { type: "boolean" } } as const;

/** What `--help` says of them. */
export const deskHelp = `--deployed works on the deployed tables instead of the state folder: with your own AWS sign-in, and the variables
PROGRAMME, AWS_REGION, CASES_TABLE, DESK_TABLE and PERSON_KEY_SECRET, which the runbook docs/runbooks/handover.md sets.`;

/** Runs a verb on the desk of the state folder, or on the deployed one at the time that it is. */
export async function withDesk(
  values: { readonly programme?: string | undefined; readonly deployed?: boolean | undefined },
  work: (desk: Desk) => Promise<Outcome>,
): Promise<Outcome> {
  if (values.deployed) {
    const environment = { ...process.env, PROGRAMME: values.programme ?? process.env["PROGRAMME"] };
    const world: World = { environment, clock: systemClock, log: quietLog };
    return work({ programme: programmeOf(world), world });
  }
  return withService(values.programme, async (service) =>
    work({ programme: service.programme, world: service.worldAt(await deskClock(service)) }),
  );
}

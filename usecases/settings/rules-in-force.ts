import { dateAt } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { withRulesOn } from "../../domain/settings/working-rules.ts";
import { recentChangesOrLast, type TolerantSettingReading } from "./setting-changes.ts";

/** The programme with the rules of long calls and of call backs that are in force now. Work goes on whatever cannot be read. */
export function programmeInForce(services: TolerantSettingReading) {
  const { programme, clock } = services;
  const changes = recentChangesOrLast(services);
  return async (): Promise<Programme> => withRulesOn(programme, await changes(), dateAt(clock.now()));
}

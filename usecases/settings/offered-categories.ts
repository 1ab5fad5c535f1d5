import { dateAt } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { everKnown, type KnownCategory, offeringOn } from "../../domain/settings/categories.ts";
import { recentChangesOrLast, type TolerantSettingReading } from "./setting-changes.ts";

/** The programme as it offers categories today, for the public form: it opens and takes inquiries whatever cannot be read. */
export function programmeOffering(services: TolerantSettingReading) {
  const { programme, clock } = services;
  const changes = recentChangesOrLast(services);
  return async (): Promise<Programme> => offeringOn(programme, await changes(), dateAt(clock.now()));
}

/** Every category there is, in today's words, and whether it may be chosen today. */
export function categoriesToday(services: TolerantSettingReading) {
  const { programme, clock } = services;
  const changes = recentChangesOrLast(services);
  return async (): Promise<KnownCategory[]> =>
    everKnown(programme.categories, await changes(), dateAt(clock.now()));
}

import { afterAll, expect, test } from "vitest";
import { compareHolidaysHandler } from "../../lambdas/compare-holidays.ts";
import { changedList } from "../domain/calendar/official-list.ts";
import { aCloud } from "../support/cloud.ts";
import { theOutside } from "../support/outside.ts";
import { aWorld, context } from "../support/world.ts";

const { environment } = await aCloud();
const outside = await theOutside();
afterAll(() => outside.stop());

const aJob = (now: string) => {
  const world = aWorld({ ...environment, PUBLISHED_HOLIDAYS_URL: outside.holidaysUrl }, now);
  return { world, handle: () => compareHolidaysHandler(world)({}, context) };
};

test("the job is done where the list agrees, fails where it differs, and keeps going on the last good list", async () => {
  const sound = aJob("2024-07-16T05:30");
  await sound.handle();
  expect(sound.world.logged).toEqual([
    { level: "info", message: "holidays agree with the published list", fields: { lastYear: 2027 } },
  ]);

  const official = outside.world.holidays;
  outside.world.holidays = new TextEncoder().encode("<html>ただいまメンテナンス中です。</html>");
  const broken = aJob("2024-07-18T05:30");
  await broken.handle();
  expect(broken.world.logged.map(({ level }) => level)).toEqual(["warn", "info"]);
  await expect(aJob("2024-07-24T05:30").handle()).rejects.toThrow("could not be had since 2024-07-16T05:30");

  outside.world.holidays = changedList((text) => text.replace("2027/8/11,", "2027/8/12,"));
  await expect(aJob("2024-07-24T05:31").handle()).rejects.toThrow(
    "2027-08-11: no holiday in the list, 山の日 here",
  );
  outside.world.holidays = official;
  await aJob("2024-07-24T05:32").handle();
});

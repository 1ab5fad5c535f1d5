import { expect, test } from "vitest";
import { reportLogOf } from "../../lambdas/edge/composition.ts";
import { remindReportsHandler } from "../../lambdas/remind-reports.ts";
import { aCloud } from "../support/cloud.ts";
import { at } from "../support/contacts.ts";
import { aWorld, context } from "../support/world.ts";

const { environment } = await aCloud();

test("the schedule has the supervisors reminded, and a second call of the same day sends nothing", async () => {
  const world = aWorld(environment, "2024-08-07T08:30");
  const remind = remindReportsHandler(world);
  const programme = environment["PROGRAMME"] ?? "";
  const built = {
    report: "monthly/2024-07",
    revision: 1,
    at: at("2024-08-01T06:00"),
    what: "built",
  } as const;
  await reportLogOf(world).append(programme, built);
  expect(await remind({}, context)).toEqual({
    delivered: [],
    reminded: [{ report: "monthly/2024-07", about: "approval" }],
  });
  expect(await remind({}, context)).toEqual({ delivered: [], reminded: [] });
  expect(world.logged.map(({ level, message }) => `${level} ${message}`)).toEqual(
    Array.from({ length: 2 }, () => "info reports were looked at"),
  );
  // No log line says to whom a mail went.
  expect(JSON.stringify(world.logged)).not.toContain("@");
});

test("a report that was approved and of which nobody was told goes out the next morning", async () => {
  const world = aWorld(environment, "2024-09-06T08:30");
  const programme = environment["PROGRAMME"] ?? "";
  const about = { report: "monthly/2024-08", revision: 1, at: at("2024-09-05T10:00") };
  const to = ["one@example.jp"];
  await reportLogOf(world).append(programme, { ...about, what: "approved", by: "SV01", to });
  const looked = await remindReportsHandler(world)({}, context);
  expect(looked).toMatchObject({ delivered: ["monthly/2024-08"] });
  expect(await reportLogOf(world).of(programme, "monthly/2024-08")).toContainEqual(
    expect.objectContaining({ what: "delivered", to: "one@example.jp" }),
  );
});

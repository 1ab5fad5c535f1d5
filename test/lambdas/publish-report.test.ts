import { describe, expect, test } from "vitest";
import { publishReportHandler } from "../../lambdas/publish-report.ts";
import { reportsOf } from "../../lambdas/edge/composition.ts";
import { aCloud } from "../support/cloud.ts";
import { aWorld, context } from "../support/world.ts";

const { environment } = await aCloud();
const world = aWorld(environment);
const publish = publishReportHandler(world);

describe("the schedule", () => {
  test.each([
    [{ time: "2024-07-31T21:00:00Z" }, "monthly/2024-07"],
    [{ time: "2024-08-31T21:00:00Z" }, "monthly/2024-08"],
    [{ time: "2024-12-31T21:00:00Z" }, "monthly/2024-12"],
    [{ month: "2025-03" }, "monthly/2025-03"],
    [{ report: "monthly/2024-10" }, "monthly/2024-10"],
    [{ report: "weekly/2024-07-08" }, "weekly/2024-07-08"],
    [{ report: "completion/2025-03-31" }, "completion/2025-03-31"],
  ])("with %j publishes %s", async (event, report) => {
    expect(await publish(event, context)).toEqual({ report, revision: 1 });
    expect(await reportsOf(world).latest(environment["PROGRAMME"] ?? "", report)).toMatchObject({
      report,
      revision: 1,
    });
  });

  test("that calls again publishes nothing new", async () => {
    await publish({ month: "2024-09" }, context);
    expect(await publish({ month: "2024-09" }, context)).toEqual({ report: "monthly/2024-09", revision: 1 });
    await publish({ report: "weekly/2024-07-15" }, context);
    const again = await publish({ report: "weekly/2024-07-17" }, context);
    expect(again).toEqual({ report: "weekly/2024-07-15", revision: 1 });
  });

  test.each([
    [{ month: "2024-06" }, "outside the contract"],
    [{ month: "July" }, "not a month"],
    [{}, "not a month"],
    [{ report: "weekly/2024-08-05" }, "no weekly list"],
    [{ report: "daily/2024-08-05" }, "no kind of report"],
    [{ report: "completion/2024-12-31" }, "dated 2025-03-31"],
    [{ time: "2024-02-30T00:00:00Z" }, "does not exist"],
  ])("with %j fails and says why", async (event, words) => {
    await expect(publish(event, context)).rejects.toThrow(words);
  });
});

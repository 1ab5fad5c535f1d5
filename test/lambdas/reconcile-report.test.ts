import { expect, test } from "vitest";
import { contactsOf } from "../../lambdas/edge/composition.ts";
import { publishReportHandler } from "../../lambdas/publish-report.ts";
import { reconcileReportHandler } from "../../lambdas/reconcile-report.ts";
import { aCloud } from "../support/cloud.ts";
import { anAnsweredCall } from "../support/contacts.ts";
import { aWorld, context } from "../support/world.ts";

const { environment } = await aCloud();
const world = aWorld(environment);
const reconcile = reconcileReportHandler(world);

/** What EventBridge Scheduler sends at 02:30 in Japan. */
const night = (utc: string) => ({ time: `${utc}T17:30:00Z` });

async function keep(contactId: string, arrived: string): Promise<void> {
  const { programme, initiatedAt, contactId: _id, ...facts } = anAnsweredCall(contactId, arrived);
  await contactsOf(world).save({ programme, contactId, initiatedAt, events: facts }, undefined);
}

test("each night the running month and the last published one are tied to their records", async () => {
  await keep("c-1", "2024-07-16T10:00");
  await keep("c-2", "2024-08-01T10:00");
  await publishReportHandler(world)({ month: "2024-07" }, context);
  expect(await reconcile(night("2024-08-05"), context)).toEqual({
    reconciled: [
      { report: "monthly/2024-08", difference: 0 },
      { report: "monthly/2024-07", difference: 0 },
    ],
  });
});

test("a record that came after the report makes the job fail, and is named", async () => {
  await keep("late", "2024-07-18T10:00");
  await expect(reconcile(night("2024-08-06"), context)).rejects.toThrow(
    /monthly\/2024-07 differs .*2024-07-18 応答数 -1 \(late\)/,
  );
});

test("a call without a time is no call of the schedule", async () => {
  await expect(reconcile({}, context)).rejects.toThrow();
});

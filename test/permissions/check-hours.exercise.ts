import { checkHoursHandler } from "../../lambdas/check-hours.ts";
import { theOutside } from "../support/outside.ts";
import { aWorld, context } from "../support/world.ts";
import type { Exercise } from "./exercise.ts";

/** Checks the contract for a deployment, and the coming days of two mornings. */
export const checkHoursExercise: Exercise = async ({ environment, recorded }) => {
  const check = checkHoursHandler(aWorld(environment));
  const outside = await theOutside();
  const deployment = {
    RequestType: "Create",
    ResponseURL: outside.answerUrl,
    StackId: "stack",
    RequestId: "request",
    LogicalResourceId: "HoursInForce",
    ResourceProperties: { From: "2024-07-01", To: "2025-03-31" },
  };
  await recorded(() => check(deployment, context));
  await outside.stop();
  await recorded(() => check({ time: "2024-07-15T20:00:00Z" }, context));
};

import * as v from "valibot";
import type { Period } from "../domain/calendar/dated-hours.ts";
import { dateAt, dateOfDay, dayAt, type Instant } from "../domain/japan-time.ts";
import { checkHours, hoursProblem } from "../usecases/calendar/check-hours.ts";
import { deploymentAnswersOf, effectiveHoursOf, programmeOf, type World } from "./edge/composition.ts";
import { deploymentAnswer, deploymentEvent, type DeploymentEvent } from "./edge/deployment-event.ts";
import { deployed, handlerOf } from "./edge/handler.ts";
import { awsInstant } from "./edge/instant.ts";

/** So far ahead the daily check looks: time to roll the hours over before the first wrong day. */
const daysAhead = 60;

const schedule = v.object({ time: awsInstant });

/**
 * Checks the hours that are in force: for a deployment the days that it names, and the deployment fails where one differs;
 * for the daily schedule the coming 60 days of the contract, and the job fails.
 */
export function checkHoursHandler(world: World) {
  const programme = programmeOf(world);
  const check = checkHours({ programme, effectiveHours: effectiveHoursOf(world) });
  const answers = deploymentAnswersOf();

  async function problemOf(period: Period): Promise<string | undefined> {
    const differences = await check(period);
    world.log("info", "hours were read back", { ...period, differences: differences.length });
    return differences.length === 0 ? undefined : hoursProblem(period, differences);
  }

  /**
   * What is removed has nothing to undo; every other question is answered by a check. Where the hours cannot be read,
   * CloudFormation is not answered: Lambda calls again after one minute and after two more, which is longer than a new
   * permission takes to be in force, and then the deployment fails for want of an answer.
   */
  async function answerDeployment(event: DeploymentEvent): Promise<void> {
    const { From: from, To: to } = event.ResourceProperties;
    const problem = event.RequestType === "Delete" ? undefined : await problemOf({ from, to });
    if (problem !== undefined) world.log("error", "the deployment is refused", { problem });
    await answers.send(event.ResponseURL, deploymentAnswer(event, problem));
  }

  return handlerOf(world, async (event: unknown): Promise<void> => {
    const asked = v.safeParse(deploymentEvent, event);
    if (asked.success) return answerDeployment(asked.output);
    const period = comingDays(programme.contract, v.parse(schedule, event).time);
    const problem = period && (await problemOf(period));
    if (problem !== undefined) throw new Error(problem);
  });
}

/** The days of a contract among today and those that come; undefined where there is none. */
function comingDays(contract: Period, now: Instant): Period | undefined {
  const [today, last] = [dateAt(now), dateOfDay(dayAt(now) + daysAhead - 1)];
  const from = today > contract.from ? today : contract.from;
  const to = last < contract.to ? last : contract.to;
  return from <= to ? { from, to } : undefined;
}

export const handler = deployed(checkHoursHandler);

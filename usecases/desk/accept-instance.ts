import type { Period } from "../../domain/calendar/dated-hours.ts";
import type { Programme } from "../../domain/programme.ts";
import { checkHours, hoursProblem } from "../calendar/check-hours.ts";
import type { EffectiveHours } from "../ports/calendar.ts";
import type { Pause } from "../ports/host.ts";
import type { LiveInstance } from "../ports/telephone.ts";

/** What one check of an acceptance found. */
export interface Finding {
  /** `hours`, or the name of a test case. */
  readonly check: string;
  readonly passed: boolean;
  /** What is not as it should be, a line each; none where it passed. */
  readonly problems: readonly string[];
}

/** What an instance is accepted by. */
export interface AcceptanceServices {
  readonly programme: Programme;
  readonly instance: LiveInstance;
  readonly effectiveHoursOf: (hoursArn: string) => EffectiveHours;
  readonly pause: Pause;
}

/** A test run ends within five minutes (administrator guide, "Testing and simulation": 5 minutes a run); then it is late. */
const longestRunMillis = 6 * 60_000;
const pauseMillis = 5_000;

/**
 * Looks whether an instance is what was deployed: its hours on every day of a period, and its flows by test cases, one
 * after the other. What is found is told at once. Nothing of the instance is changed.
 */
export function acceptInstance({ programme, instance, effectiveHoursOf, pause }: AcceptanceServices) {
  return async (
    { period, testCases }: { readonly period: Period; readonly testCases: readonly string[] },
    tell: (finding: Finding) => void,
  ): Promise<void> => {
    tell(await hoursFinding(period));
    const ids = await instance.testCases();
    for (const name of testCases) tell(await testFinding(name, ids.get(name)));
  };

  async function hoursFinding(period: Period): Promise<Finding> {
    const name = `${programme.id}-desk`;
    const arn = await instance.hoursArn(name);
    if (arn === undefined)
      return failed("hours", `There are no hours named ${name}: deploy the routing stack.`);
    const differences = await checkHours({ programme, effectiveHours: effectiveHoursOf(arn) })(period);
    return differences.length === 0 ? passed("hours") : failed("hours", hoursProblem(period, differences));
  }

  async function testFinding(name: string, id: string | undefined): Promise<Finding> {
    if (id === undefined) return failed(name, "There is no such test case: deploy the acceptance stack.");
    const run = await instance.start(id);
    for (let waited = 0; waited <= longestRunMillis; waited += pauseMillis) {
      const state = await instance.state(run);
      if (state === "passed") return passed(name);
      if (state === "failed") return failed(name, ...(await instance.failures(run)));
      await pause(pauseMillis);
    }
    return failed(name, `It has not ended within ${longestRunMillis / 60_000} minutes.`);
  }
}

function passed(check: string): Finding {
  return { check, passed: true, problems: [] };
}

function failed(check: string, ...problems: string[]): Finding {
  return { check, passed: false, problems };
}

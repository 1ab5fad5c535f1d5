import { flagReasonNames } from "../../domain/incident/flag.ts";
import { dayNumberOf, instantOfDay, parseDate } from "../../domain/japan-time.ts";
import { parseTelephoneNumber } from "../../domain/telephone-number.ts";
import { flagsOf, personKeysOf } from "../../lambdas/edge/composition.ts";
import { flagPerson, unflagPerson } from "../../usecases/calls/flag-person.ts";
import type { LocalService } from "../local-service.ts";
import { deskClock } from "./desk-clock.ts";
import { commonOptions, done, readWords, type Verb, wrongUse } from "./verb.ts";
import { withService } from "./with-service.ts";

const options = { ...commonOptions, until: { type: "string" }, reason: { type: "string" } } as const;

export const flagAdd: Verb = {
  name: "flag add",
  help: `flag add NUMBER --until DATE --reason CODE
Sends a person's calls to a supervisor up to and including a date, a year ahead at most. The number is not kept.
Reasons:${Object.entries(flagReasonNames)
    .map(([code, name]) => `\n  ${code}  ${name}`)
    .join("")}`,
  async run(words) {
    const read = readWords(words, ["NUMBER"], options);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const number = parseTelephoneNumber(positionals[0] ?? "");
    if (!number.ok) return wrongUse(number.problem);
    if (values.until === undefined) return wrongUse("--until DATE is missing: say when the flag ends.");
    const lastDate = parseDate(values.until);
    if (!lastDate.ok) return wrongUse(lastDate.problem);
    const { reason = "" } = values;
    return withService(values.programme, async (service) => {
      const flagged = await flagPerson(await servicesOf(service))({
        number: number.value,
        until: instantOfDay(dayNumberOf(lastDate.value) + 1),
        reason,
      });
      if (!flagged.ok) return wrongUse(flagged.problem);
      return done(`SVにつなぐ（${lastDate.value} まで）: ${flagReasonNames[flagged.value.reason]}`);
    });
  },
};

export const flagRemove: Verb = {
  name: "flag remove",
  help: `flag remove NUMBER
Sends a person's calls to operators again.`,
  async run(words) {
    const read = readWords(words, ["NUMBER"], commonOptions);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const number = parseTelephoneNumber(positionals[0] ?? "");
    if (!number.ok) return wrongUse(number.problem);
    return withService(values.programme, async (service) => {
      await unflagPerson(await servicesOf(service))(number.value);
      return done("オペレータにつなぐ");
    });
  },
};

async function servicesOf(service: LocalService) {
  const clock = await deskClock(service);
  const world = service.worldAt(clock);
  return { programme: service.programme, clock, flags: flagsOf(world), personKeys: personKeysOf(world) };
}

import { naviDialOf } from "../../lambdas/edge/composition.ts";
import { enterNaviDial } from "../../usecases/reports/enter-navi-dial.ts";
import { commonOptions, done, readWords, type Verb, wrongUse } from "./verb.ts";
import { deskHelp, deskOptions, withDesk } from "./with-desk.ts";

const options = {
  ...commonOptions,
  ...deskOptions,
  busy: { type: "string" },
  closed: { type: "string" },
  staff: { type: "string" },
} as const;

export const naviDialSet: Verb = {
  name: "navi-dial set",
  help: `navi-dial set MONTH --busy N --closed N --staff CODE [--deployed] [--json]
Enters what Navi-Dial itself counted in a month, such as 2024-07: calls that found every line busy, and calls that came
outside its hours. The monthly report shows them beside its own figures. Entered again, they are replaced.
${deskHelp}`,
  async run(words) {
    const read = readWords(words, ["MONTH"], options);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const { busy, closed, staff } = values;
    if (busy === undefined || closed === undefined)
      return wrongUse("--busy N and --closed N are needed: enter 0 where there were none.");
    if (staff === undefined) return wrongUse("--staff CODE is missing: say who enters it.");
    return withDesk(values, async ({ programme, world }) => {
      const services = { programme, clock: world.clock, naviDial: naviDialOf(world) };
      const entered = await enterNaviDial(services)({ month: positionals[0] ?? "", busy, closed, staff });
      if (!entered.ok) return wrongUse(entered.problem);
      const { value } = entered;
      if (values.json) return done(JSON.stringify(value));
      return done(`${value.month} ナビダイヤル: 話中 ${value.busy} 件、時間外 ${value.closed} 件`);
    });
  },
};

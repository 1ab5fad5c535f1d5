import { formatInstant, parseMonth } from "../../domain/japan-time.ts";
import { type PersonalDataKind, personalDataNames } from "../../domain/report/personal-data/finding.ts";
import { casesOf } from "../../lambdas/edge/composition.ts";
import { releaseText } from "../../usecases/reports/release-text.ts";
import { type ProposedText, textsToRelease } from "../../usecases/reports/texts-to-release.ts";
import { roleOf } from "./staff-role.ts";
import { commonOptions, done, readWords, type Verb, wrongUse } from "./verb.ts";
import { deskHelp, deskOptions, withDesk } from "./with-desk.ts";

const options = { ...commonOptions, ...deskOptions } as const;

export const caseRelease: Verb = {
  name: "case release",
  help: `case release NUMBER --staff SV01 [--what NAME] [--text TEXT] [--environment NAME] [--deployed] [--json]
Lets a free text of a case be shown in reports: as proposed, with what may be personal data masked, or as TEXT. TEXT is
checked again and refused while something is found in it. Only a supervisor may, by the roster of the environment (dev unless
it is named). --what: content (unless it is named), question-1, answer-1, …, as case unreleased lists them.
${deskHelp}`,
  async run(words) {
    const read = readWords(words, ["NUMBER"], {
      ...options,
      staff: { type: "string" },
      what: { type: "string" },
      text: { type: "string" },
      environment: { type: "string" },
    } as const);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const { staff, what: name, text, environment = "dev" } = values;
    if (staff === undefined) return wrongUse("--staff CODE is missing: say who releases it.");
    return withDesk(values, async ({ programme, world }) => {
      const role = roleOf(programme.id, environment, staff);
      if (!role.ok) return wrongUse(role.problem);
      const { clock } = world;
      const note = (message: string, facts: Readonly<Record<string, string | number>>) =>
        world.log("info", message, facts);
      const services = { programme, clock, cases: casesOf(world), note };
      const order = { staff, role: role.value, name, text };
      const released = await releaseText(services)(positionals[0] ?? "", order);
      if (!released.ok) return wrongUse(released.problem);
      const { receiptNumber, releases = [] } = released.value;
      const release = releases.at(-1);
      if (!release) throw new Error(`Case ${receiptNumber} has no release although it was released.`);
      const { text: shown, by, at, marked } = release;
      return done(
        values.json
          ? JSON.stringify({ receiptNumber, text: shown, by, at: formatInstant(at), marked })
          : `${by} が公開を承認しました（伏せた箇所の候補 ${marked}）: ${shown}`,
      );
    });
  },
};

export const caseUnreleased: Verb = {
  name: "case unreleased",
  help: `case unreleased MONTH [--deployed] [--json]
Lists the free texts of a month's cases that nobody has released, each as it would be shown: with what may be personal data
masked. MONTH such as 2024-07. --json: {receiptNumber, name, text, found} a line.
${deskHelp}`,
  async run(words) {
    const read = readWords(words, ["MONTH"], options);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const month = parseMonth(positionals[0] ?? "");
    if (!month.ok) return wrongUse(month.problem);
    return withDesk(values, async ({ programme, world }) => {
      const texts = await textsToRelease({ programme, cases: casesOf(world) })(month.value);
      if (values.json) return done(...texts.map((text) => JSON.stringify(text)));
      return done(`公開の承認を待つ文章 ${texts.length} 件`, ...texts.map(inWords));
    });
  },
};

function inWords({ receiptNumber, name, text, found }: ProposedText): string {
  const kinds = Object.entries(found).map(
    ([kind, count]) => `${personalDataNames[kind as PersonalDataKind]} ${count}`,
  );
  return `${receiptNumber} ${name}（${kinds.join("、") || "候補なし"}）: ${text.replaceAll(/\s*\n\s*/g, " ／ ")}`;
}

import { connectEffectiveHours, patientConnectClient } from "../../adapters/connect/effective-hours.ts";
import { connectInstance, isSignedIn } from "../../adapters/connect/live-instance.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { pause } from "../../adapters/system/pause.ts";
import { deployments } from "../../programmes/deployments.ts";
import { acceptInstance, type Finding } from "../../usecases/desk/accept-instance.ts";
import { type AcceptancePlan, acceptancePlan, planLines } from "./plan.ts";

export const help = `npm run accept -- --stack NAME [--plan] [--json]
Looks whether the service that is deployed as NAME, such as callcentre-dev-<programme>, is what this source says.
It changes nothing: it reads the hours that are in force on every day of the contract, and has Amazon Connect run
the test cases of the acceptance stack, those for an open desk while it is open and the others while it is closed.
--plan says what would be looked at, and asks nobody. --json prints one object a line.`;

/** Where lines go. */
export interface Paper {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** Runs the acceptance that is asked for and answers the exit status; see tools/accept.ts. */
export async function accept(
  {
    stack,
    plan: onlyPlan,
    json,
  }: { readonly stack?: string; readonly plan?: boolean; readonly json?: boolean },
  paper: Paper,
): Promise<0 | 1 | 2> {
  const plan = acceptancePlan(stack, deployments, systemClock.now());
  if (!plan.ok) {
    paper.complain(`${plan.problem} Use: ${help.split("\n")[0]}`);
    return 2;
  }
  if (onlyPlan) {
    for (const line of planLines(plan.value)) paper.print(line);
    return 0;
  }
  const client = patientConnectClient(plan.value.settings.region);
  if (!(await isSignedIn(client))) {
    for (const line of planLines(plan.value)) paper.print(line);
    paper.complain(
      "Nothing was looked at, for nobody is signed in to AWS: sign in as for the AWS CLI, and try again.",
    );
    return 2;
  }
  return look(plan.value, client, json === true, paper).catch((cause: unknown) => {
    paper.complain(messagesOf(cause).join(" "));
    return 1;
  });
}

async function look(
  { programme, settings, period, now, testCases }: AcceptancePlan,
  client: ReturnType<typeof patientConnectClient>,
  json: boolean,
  paper: Paper,
): Promise<0 | 1> {
  const { instanceAlias } = settings;
  const instance = await connectInstance(client, instanceAlias);
  if (!instance) {
    paper.complain(`The account has no Amazon Connect instance "${instanceAlias}" in ${settings.region}.`);
    return 1;
  }
  const findings: Finding[] = [];
  const run = acceptInstance({
    programme,
    instance,
    effectiveHoursOf: (arn) => connectEffectiveHours(client, arn),
    pause,
  });
  await run({ period, testCases: testCases[now] }, (finding) => {
    findings.push(finding);
    for (const line of json ? [JSON.stringify(finding)] : findingLines(finding)) paper.print(line);
  });
  const failures = findings.filter(({ passed }) => !passed).length;
  if (!json) {
    const later = testCases[now === "open" ? "closed" : "open"];
    paper.print(`${findings.length} 件中 ${failures} 件が不合格です。`);
    paper.print(
      `${now === "open" ? "受付時間外" : "受付時間内"}にもう一度実行してください。残りは ${later.join("、")} です。`,
    );
  }
  return failures === 0 ? 0 : 1;
}

function findingLines({ check, passed, problems }: Finding): string[] {
  return [`${passed ? "合格" : "不合格"}  ${check}`, ...problems.map((problem) => `        ${problem}`)];
}

function messagesOf(cause: unknown): string[] {
  return cause instanceof Error ? [cause.message, ...messagesOf(cause.cause)] : [];
}

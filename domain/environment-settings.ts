import { inWords } from "./in-words.ts";
import { type JapaneseDate, parseDate } from "./japan-time.ts";
import type { Programme } from "./programme.ts";
import { failure, type Result, success } from "./result.ts";
import { checkedRoster, type Roster } from "./roster.ts";

/** Tokyo. The service runs here and nowhere else (docs/architecture.md, rule 8). */
export const tokyo = "ap-northeast-1";

/** Osaka, where a backup may rest. */
export const osaka = "ap-northeast-3";

/** What differs between one environment of a programme and another: a file each in the programme's `environments/`. */
export interface EnvironmentSettings {
  /** Part of the names of stacks and functions: lower-case letters, digits and hyphens, at most 8 characters. */
  readonly environment: string;
  /** Where the service runs. */
  readonly region: typeof tokyo;
  /** Where copies of its backups rest. */
  readonly backupRegion: typeof osaka;
  /**
   * The name of the Amazon Connect instance, which must be unused by anybody. It is never changed after opening: another
   * alias is another instance, without the numbers and the history.
   */
  readonly instanceAlias: string;
  /** How operators sign in to Amazon Connect. It is never changed after opening either. */
  readonly identityManagement: "SAML" | "CONNECT_MANAGED";
  /**
   * The ARN of the 050 or 03 number that the published number is forwarded to. Such a number is claimed by a support
   * case, and a deployment neither claims nor releases it. @default there is none yet: nobody can call
   */
  readonly landingNumberArn?: string;
  /**
   * The first date that the dated hours in Amazon Connect are for. Set where the contract needs more dates than Amazon
   * Connect holds, once a year (docs/runbooks/hours.md). @default the contract's first date
   */
  readonly hoursFrom?: JapaneseDate;
  /** Days after which a call recording is erased. */
  readonly recordingsKeptDays: number;
  /** Requests that one address may send to the web form within five minutes; a town hall shares one address. */
  readonly formRequestsPerAddress: number;
  /** Who is written to when work is parked or a handler fails. */
  readonly alarmMails: readonly string[];
  /**
   * What the whole AWS account may cost in a month, in US dollars before tax. `alarmMails` are written to when 80 % of it
   * is spent, and when it is expected to be exceeded. @default nobody is told
   */
  readonly monthlyCostLimitUsd?: number;
  /**
   * The origin at which the desk's screens are served, https://desk.example.jp; people are sent back to it when they have
   * signed in. @default the desk is not served yet: people can be entered, and nobody can sign in
   */
  readonly deskAddress?: string;
  /**
   * The first part of the address of the desk's sign-in page, which must be unused by anybody in Tokyo.
   * @default callcentre-<environment>-<programme>
   */
  readonly deskSignInPrefix?: string;
  /** Who works at the desk. @default nobody yet */
  readonly roster?: Roster;
}

/** A programme and the environments that it is deployed in. */
export interface Deployment {
  readonly programme: Programme;
  readonly environments: readonly EnvironmentSettings[];
}

/** A programme in one of its environments. */
export interface DeployedProgramme {
  readonly programme: Programme;
  readonly settings: EnvironmentSettings;
}

/** Every programme in each of its environments. */
export function everyDeployed(deployments: readonly Deployment[]): DeployedProgramme[] {
  return deployments.flatMap(({ programme, environments }) =>
    environments.map((settings) => ({ programme, settings })),
  );
}

/** What the names of a programme's stacks, and of much that is in them, begin with: `callcentre-<environment>-<programme>`. */
export function deployedName(environment: string, { id }: Pick<Programme, "id">): string {
  return `callcentre-${environment}-${id}`;
}

/** What one setting may be: a check, and the same in words. */
interface Rule {
  readonly mayBe: string;
  readonly accepts: (value: unknown) => boolean;
  readonly mayBeAbsent?: true;
  /** Names each fault inside a value of several parts. @default what the whole value was, and what it may be */
  readonly explains?: (value: unknown) => string;
}

const rules: Readonly<Record<keyof EnvironmentSettings, Rule>> = {
  environment: matching(
    /^[a-z][a-z0-9-]{0,7}$/,
    "1 to 8 lower-case letters, digits and hyphens, a letter first",
  ),
  region: oneOf(tokyo),
  backupRegion: oneOf(osaka),
  // The pattern of AWS::Connect::Instance, whose alias becomes part of an address.
  instanceAlias: matching(
    /^(?!d-)(?=.{1,45}$)[a-zA-Z0-9](?:-*[a-zA-Z0-9])*$/,
    'an alias of 1 to 45 letters, digits and hyphens, with no hyphen at either end and no "d-" first',
  ),
  identityManagement: oneOf("SAML", "CONNECT_MANAGED"),
  landingNumberArn: {
    ...matching(
      new RegExp(
        `^arn:aws:connect:${tokyo}:\\d{12}:phone-number/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$`,
      ),
      `absent, or the ARN of a claimed number, arn:aws:connect:${tokyo}:<account>:phone-number/<identifier>`,
    ),
    mayBeAbsent: true,
  },
  hoursFrom: {
    mayBe: "absent, or a date of the contract such as 2026-03-01",
    accepts: (value) => typeof value === "string" && parseDate(value).ok,
    mayBeAbsent: true,
  },
  recordingsKeptDays: wholeNumber(1, 3650, "days"),
  // The bounds of a rate-based rule of AWS WAF.
  formRequestsPerAddress: wholeNumber(10, 2_000_000_000, "requests"),
  alarmMails: {
    mayBe: "a list of mail addresses, each once",
    accepts: (value) =>
      Array.isArray(value) && new Set(value).size === value.length && value.every(isMailAddress),
  },
  deskAddress: {
    ...matching(
      /^https:\/\/(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/,
      "absent, or https:// and a name in lower case, with neither a port nor a path nor a slash at the end",
    ),
    mayBeAbsent: true,
  },
  // The rules of AWS::Cognito::UserPoolDomain, which also keeps AWS's own names for itself.
  deskSignInPrefix: {
    ...matching(
      /^(?!.*(?:aws|amazon|cognito))(?=.{1,63}$)[a-z0-9](?:-*[a-z0-9])*$/,
      "absent, or 1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end and no aws, amazon or cognito in it",
    ),
    mayBeAbsent: true,
  },
  roster: {
    mayBe: "absent, or a list of { userName, role }",
    accepts: (value) => checkedRoster(value).ok,
    explains: rosterProblem,
    mayBeAbsent: true,
  },
  monthlyCostLimitUsd: { ...wholeNumber(1, 1_000_000, "US dollars, or absent"), mayBeAbsent: true },
};

/** AWS Budgets writes to 1 to 10 addresses (API reference, Notification). */
const mostBudgetMails = 10;

/**
 * The settings of an environment, once each of them is what it may be. What is wrong is answered with a sentence for each
 * setting: which it is, what it was, and what it may be.
 */
export function checkedSettings(given: object): Result<EnvironmentSettings> {
  const values: Readonly<Record<string, unknown>> = { ...given };
  const unknown = Object.keys(values)
    .filter((key) => !Object.hasOwn(rules, key))
    .map(
      (key) =>
        `${key} was ${inWords(values[key])}: no setting, for there are only ${Object.keys(rules).join(", ")}.`,
    );
  const wrong = Object.entries(rules)
    .filter(([key, rule]) => !isRight(rule, values[key]))
    .map(
      ([key, rule]) => rule.explains?.(values[key]) ?? `${key} was ${inWords(values[key])}: ${rule.mayBe}.`,
    );
  const problems = [...unknown, ...wrong, ...budgetProblems(values)];
  return problems.length > 0 ? failure(problems.join(" ")) : success(given as EnvironmentSettings);
}

/** A limit of which nobody, or more than AWS Budgets writes to, would be told. */
function budgetProblems({ monthlyCostLimitUsd, alarmMails }: Readonly<Record<string, unknown>>): string[] {
  if (monthlyCostLimitUsd === undefined || !Array.isArray(alarmMails)) return [];
  const { length } = alarmMails;
  return length >= 1 && length <= mostBudgetMails
    ? []
    : [
        `monthlyCostLimitUsd was ${inWords(monthlyCostLimitUsd)} with ${length} alarmMails: with 1 to ${mostBudgetMails} of them.`,
      ];
}

function isRight({ accepts, mayBeAbsent }: Rule, value: unknown): boolean {
  return value === undefined ? mayBeAbsent === true : accepts(value);
}

function matching(pattern: RegExp, mayBe: string): Rule {
  return { mayBe, accepts: (value) => typeof value === "string" && pattern.test(value) };
}

function oneOf(...choices: readonly string[]): Rule {
  const mayBe = choices.map((choice) => JSON.stringify(choice)).join(" or ");
  return { mayBe, accepts: (value) => typeof value === "string" && choices.includes(value) };
}

function wholeNumber(least: number, most: number, unit: string): Rule {
  return {
    mayBe: `${least} to ${most} ${unit}`,
    accepts: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
  };
}

function rosterProblem(value: unknown): string {
  const checked = checkedRoster(value);
  return checked.ok ? "" : checked.problem;
}

function isMailAddress(value: unknown): boolean {
  return typeof value === "string" && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value);
}

import type { Programme } from "./programme.ts";
import { failure, type Result, success } from "./result.ts";

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
  /** Days after which a call recording is erased. */
  readonly recordingsKeptDays: number;
  /** Requests that one address may send to the web form within five minutes; a town hall shares one address. */
  readonly formRequestsPerAddress: number;
  /** Who is written to when work is parked or a handler fails. */
  readonly alarmMails: readonly string[];
}

/** A programme and the environments that it is deployed in. */
export interface Deployment {
  readonly programme: Programme;
  readonly environments: readonly EnvironmentSettings[];
}

/** What one setting may be: a check, and the same in words. */
interface Rule {
  readonly mayBe: string;
  readonly accepts: (value: unknown) => boolean;
  readonly mayBeAbsent?: true;
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
  recordingsKeptDays: wholeNumber(1, 3650, "days"),
  // The bounds of a rate-based rule of AWS WAF.
  formRequestsPerAddress: wholeNumber(10, 2_000_000_000, "requests"),
  alarmMails: {
    mayBe: "a list of mail addresses, each once",
    accepts: (value) =>
      Array.isArray(value) && new Set(value).size === value.length && value.every(isMailAddress),
  },
};

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
    .map(([key, { mayBe }]) => `${key} was ${inWords(values[key])}: ${mayBe}.`);
  const problems = [...unknown, ...wrong];
  return problems.length > 0 ? failure(problems.join(" ")) : success(given as EnvironmentSettings);
}

function isRight({ accepts, mayBeAbsent }: Rule, value: unknown): boolean {
  return value === undefined ? mayBeAbsent === true : accepts(value);
}

function inWords(value: unknown): string {
  if (value === undefined) return "missing";
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  const text: string | undefined = JSON.stringify(value);
  return text ?? `a ${typeof value}`;
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

function isMailAddress(value: unknown): boolean {
  return typeof value === "string" && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value);
}

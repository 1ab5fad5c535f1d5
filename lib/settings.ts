import { requireTokyo, tokyo } from "./japan-only.ts";

/** What differs between one environment and another. Everything particular to a programme is in `programmes/`. */
export interface EnvironmentSettings {
  /** Part of the names of stacks and functions: lower-case letters, digits and hyphens, at most 8 characters. */
  readonly environment: string;
  /** Where the service runs; anything but Tokyo is refused. */
  readonly region: string;
  /**
   * The first part of each Amazon Connect instance's alias, which must be unused by anybody; the programme's id follows.
   * It is never changed after opening: another alias is another instance, without the numbers and the history.
   */
  readonly instanceAliasPrefix: string;
  /** How operators sign in to Amazon Connect. It is never changed after opening either. */
  readonly identityManagement: "SAML" | "CONNECT_MANAGED";
  /**
   * By programme id, the ARN of the 050 or 03 number that the published number is forwarded to. Such a number is claimed
   * by a support case; a programme without one is deployed without a telephone number.
   */
  readonly landingNumberArns: Readonly<Record<string, string>>;
  /** Days after which a call recording is erased. */
  readonly recordingsKeptDays: number;
  /** Requests that one address may send to the web form within five minutes; a town hall shares one address. */
  readonly formRequestsPerAddress: number;
  /** Who is written to when work is parked or a handler fails. */
  readonly alarmMails: readonly string[];
}

const dev: EnvironmentSettings = {
  environment: "dev",
  region: tokyo,
  instanceAliasPrefix: "callcentre-dev",
  identityManagement: "CONNECT_MANAGED",
  landingNumberArns: {},
  recordingsKeptDays: 90,
  formRequestsPerAddress: 100,
  alarmMails: [],
};

const prod: EnvironmentSettings = {
  environment: "prod",
  region: tokyo,
  instanceAliasPrefix: "callcentre",
  identityManagement: "SAML",
  landingNumberArns: {},
  recordingsKeptDays: 90,
  formRequestsPerAddress: 100,
  alarmMails: [],
};

const environments: ReadonlyMap<string, EnvironmentSettings> = new Map(
  [dev, prod].map((s) => [s.environment, s]),
);

/** The settings of a named environment. Throws for a name that is not known and for a region that is not Tokyo. */
export function settingsOf(environment: unknown): EnvironmentSettings {
  const settings = typeof environment === "string" ? environments.get(environment) : undefined;
  if (!settings) {
    const known = [...environments.keys()].map((name) => `-c environment=${name}`).join(" or ");
    throw new Error(`There is no environment "${String(environment)}": use ${known}.`);
  }
  requireTokyo(settings.region);
  return settings;
}

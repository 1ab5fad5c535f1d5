import { inWords } from "./in-words.ts";
import { failure, type Result, success } from "./result.ts";
import { isStaffCode } from "./staff-code.ts";

/** オペレータ, LD, SV: what somebody may do, which calls they are given, and where they stand in reports. */
const roles = ["operator", "leader", "supervisor"] as const;
export type Role = (typeof roles)[number];

/** Somebody who works at the desk. */
export interface Colleague {
  /**
   * The name to sign in with, which is a staff code: screens and reports name staff by it (decision 0006), so that no
   * roster holds anybody's own name. Under SAML it is what the identity provider sends as RoleSessionName.
   */
  readonly userName: string;
  readonly role: Role;
}

/** 名簿: everybody who works at a desk, in any order. */
export type Roster = readonly Colleague[];

/** What stands for a roster of nobody: a variable of a function may not be empty. */
const nobody = "nobody";

/** A checked roster in one line, for the variable of a function: `sv01:supervisor ld01:leader`. */
export function rosterText(roster: Roster): string {
  return roster.map(({ userName, role }) => `${userName}:${role}`).join(" ") || nobody;
}

/** The roster that `rosterText` wrote. */
export function rosterFrom(text: string): Roster {
  if (text === nobody) return [];
  const checked = checkedRoster(
    text.split(" ").map((entry) => {
      const [userName, role] = entry.split(":");
      return { userName, role };
    }),
  );
  if (!checked.ok) throw new Error(checked.problem);
  return checked.value;
}

/** What each key of an entry may be: a check, and the same in words. */
const rules: Readonly<
  Record<keyof Colleague, { readonly mayBe: string; readonly accepts: (value: unknown) => boolean }>
> = {
  userName: {
    mayBe:
      "a staff code of 1 to 3 letters, a hyphen or none, and 1 to 4 digits, such as op01: never anybody's name",
    accepts: (value) => typeof value === "string" && isStaffCode(value),
  },
  role: {
    mayBe: roles.map((role) => JSON.stringify(role)).join(" or "),
    accepts: (value) => roles.some((role) => role === value),
  },
};

/**
 * A roster, once each entry is what it may be and no two are one person. What is wrong is answered with a sentence for
 * each fault: which key it is, what it was, and what it may be.
 */
export function checkedRoster(given: unknown): Result<Roster> {
  if (!Array.isArray(given))
    return failure(`roster was ${inWords(given)}: absent, or a list of { userName, role }.`);
  const entries: readonly unknown[] = given;
  const problems = [...entries.flatMap(entryProblems), ...repeatedProblems(entries)];
  // The checks above looked at every field that the type promises.
  return problems.length > 0 ? failure(problems.join(" ")) : success(given as Roster);
}

/**
 * A user name without what does not tell two people apart: capitals and the hyphen. Whatever is deployed for somebody is
 * named after it.
 */
export function plainUserName(userName: string): string {
  return userName.toUpperCase().replace("-", "");
}

function entryProblems(entry: unknown, index: number): string[] {
  const place = `roster[${index}]`;
  if (typeof entry !== "object" || entry === null || Array.isArray(entry))
    return [`${place} was ${inWords(entry)}: { userName, role }.`];
  const values: Readonly<Record<string, unknown>> = { ...entry };
  const unknown = Object.keys(values)
    .filter((key) => !Object.hasOwn(rules, key))
    .map(
      (key) =>
        `${place}.${key} was ${inWords(values[key])}: no key, for there are only ${Object.keys(rules).join(", ")}.`,
    );
  const wrong = Object.entries(rules)
    .filter(([key, { accepts }]) => !accepts(values[key]))
    .map(([key, { mayBe }]) => `${place}.${key} was ${inWords(values[key])}: ${mayBe}.`);
  return [...unknown, ...wrong];
}

function repeatedProblems(entries: readonly unknown[]): string[] {
  const names = entries.map(userNameOf);
  return names.flatMap((name, index) => {
    if (name === undefined) return [];
    const earlier = names.findIndex((one) => one !== undefined && plainUserName(one) === plainUserName(name));
    return earlier === index
      ? []
      : [
          `roster[${index}].userName was ${inWords(name)}: one of its own, for roster[${earlier}] has ${inWords(names[earlier])}.`,
        ];
  });
}

function userNameOf(entry: unknown): string | undefined {
  if (typeof entry !== "object" || entry === null || !("userName" in entry)) return undefined;
  return typeof entry.userName === "string" ? entry.userName : undefined;
}

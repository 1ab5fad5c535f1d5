import { failure, type Result, success } from "./result.ts";

/**
 * The code by which reports and screens name a member of staff (decision 0006: never a name).
 *
 * A user name that is a code already, such as op01 or LD-3, is shown in capitals. Any other may be a name or a mail
 * address; `fingerprint`, a keyed hash of it, is shown in its place.
 */
export function staffCodeOf(userName: string, fingerprint: string): string {
  if (isStaffCode(userName)) return userName.toUpperCase();
  return `S-${fingerprint
    .replace(/[^A-Za-z0-9]/g, "")
    .slice(0, 6)
    .toUpperCase()}`;
}

/** Whether a user name is a staff code: 1 to 3 letters, a hyphen or none, 1 to 4 digits. */
export function isStaffCode(userName: string): boolean {
  return /^[A-Za-z]{1,3}-?\d{1,4}$/.test(userName);
}

/** Whether a user name is one of the prefecture's own, such as pref01: it has no staff code, and stands where one would. */
export function isPrefectureCode(userName: string): boolean {
  return /^pref-?\d{1,4}$/i.test(userName);
}

/** Reads who did something: a staff code in whatever letters, never a name. */
export function staffCodeNamed(text: string): Result<string> {
  return isStaffCode(text)
    ? success(text.toUpperCase())
    : failure(`"${text}" is not a staff code: write one such as OP01, and never a name.`);
}

import { type DeskRole, deskRoles } from "../../domain/desk/desk-role.ts";
import { isPrefectureCode, isStaffCode } from "../../domain/staff-code.ts";
import type { SignedIn } from "./route-handler.ts";

/**
 * Who is signed in, by the claims of the ID token that API Gateway's Cognito authorizer has verified; undefined for somebody
 * in none of the desk's groups, or whose user name is no staff code.
 *
 * A REST API hands every claim on as a text: several groups come with commas between them.
 */
export function signedInOf(claims: Readonly<Record<string, unknown>>): SignedIn | undefined {
  const userName = textOf(claims["cognito:username"]);
  const groups = new Set(textOf(claims["cognito:groups"]).split(/[\s,[\]]+/));
  const role = deskRoles.find((one: DeskRole) => groups.has(one));
  if (!role || !isCode(userName, role)) return undefined;
  return { staff: userName.toUpperCase(), role };
}

/** The prefecture's people have codes too, pr01 or pref01. */
function isCode(userName: string, role: DeskRole): boolean {
  return isStaffCode(userName) || (role === "prefecture" && isPrefectureCode(userName));
}

function textOf(claim: unknown): string {
  return typeof claim === "string" ? claim : "";
}

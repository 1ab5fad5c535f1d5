/**
 * What somebody may do at the desk's screens: オペレータ, LD, SV, and the prefecture, which reads reports and answers
 * questions and never sees who a resident is. The names are those of the groups that people are entered in.
 */
export type DeskRole = "supervisor" | "leader" | "operator" | "prefecture";

/** The one that may do most first; somebody in two groups has the first of them. */
export const deskRoles: readonly DeskRole[] = ["supervisor", "leader", "operator", "prefecture"];

/** As screens name them (docs/glossary.md). */
export const deskRoleNames: Readonly<Record<DeskRole, string>> = {
  supervisor: "SV",
  leader: "LD",
  operator: "オペレータ",
  prefecture: "県",
};

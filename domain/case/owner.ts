import type { Instant } from "../japan-time.ts";
import { failure, type Result, success } from "../result.ts";
import type { Case } from "./case.ts";

/** What of a case says in whose hands it is. */
type InHand = Pick<Case, "owner" | "status" | "dueAt">;

/** Whose open case it is: a staff code; undefined where nobody has it, or nothing is left to do. */
export function openCaseOf({ owner, status }: InHand): string | undefined {
  return status === "closed" ? undefined : owner;
}

/** Where a case that owes no answer at any time stands among those that do: behind them. ECMAScript's last instant. */
const lastInstant: Instant = 8_640_000_000_000_000;

/** The place of a case among those of one person, the most urgent first. */
export function urgencyOf({ dueAt }: InHand): Instant {
  return dueAt ?? lastInstant;
}

const longestReason = 500;

/**
 * The next version of a case that goes into other hands, and why, which stays in its history. Whoever takes a case that nobody
 * has needs no reason.
 */
export function ownerChanged(
  kept: Case,
  change: { readonly to: string; readonly by: string; readonly at: Instant; readonly reason: string },
): Result<Case> {
  const { to, by, at } = change;
  const reason = change.reason.trim();
  if (kept.owner === to) return success(kept);
  if (kept.status === "closed")
    return failure(
      "完了した案件は引き継げません。続きがあるときは、先に「対応を再開する」を押してください。",
    );
  if (kept.owner !== undefined && reason === "")
    return failure(`いまは${kept.owner}が担当しています。引き継ぐ理由を入力してください。`);
  if (reason.length > longestReason)
    return failure(`理由は${longestReason}文字までです。短くしてから、もう一度送ってください。`);
  const version = kept.version + 1;
  const event = { at, what: "owner-changed", by, owner: to, fields: ["owner"], version } as const;
  return success({
    ...kept,
    owner: to,
    history: [...kept.history, { ...event, ...(reason !== "" && { note: reason }) }],
    version,
  });
}

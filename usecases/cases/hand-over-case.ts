import type { Case } from "../../domain/case/case.ts";
import { ownerChanged } from "../../domain/case/owner.ts";
import { failure, type Result } from "../../domain/result.ts";
import type { Roster } from "../../domain/roster.ts";
import { isStaffCode, staffCodeNamed } from "../../domain/staff-code.ts";
import { caseByNumber } from "./case-by-number.ts";
import { changeCaseIf } from "./change-case-if.ts";
import type { CaseWriting } from "./write-case.ts";

/** Why a case stays in the hands it is in. */
export const otherOwner =
  "この案件の担当は、ほかの人が先に変えました。「更新」を押して、いまの担当者を確かめてください。";

/**
 * Gives a case to somebody of the desk, or takes it: who has it afterwards finds it among their own. Refused where it is in
 * other hands by now than whoever asks saw, or where nobody of that code works here. Safe to repeat.
 */
export function handOverCase(services: CaseWriting & { readonly roster: Roster }) {
  const { clock, cases, roster } = services;
  return async (wanted: {
    readonly receiptNumber: string;
    readonly staff: string;
    /** Who had it, as whoever asks saw it; absent where nobody did. */
    readonly from?: string;
    readonly to: string;
    readonly reason: string;
  }): Promise<Result<Case>> => {
    const by = staffCodeNamed(wanted.staff);
    if (!by.ok) return by;
    const to = wanted.to.trim().toUpperCase();
    if (!isStaffCode(to)) return failure("引き継ぐ相手を、OP01 のような職員コードで入力してください。");
    // Whoever is signed in works here, whether or not the roster of the last deployment knows it.
    const isKnown = to === by.value || roster.some(({ userName }) => userName.toUpperCase() === to);
    if (!isKnown) return failure(`${to}は名簿にありません。職員コードを確かめてください。`);
    const found = await caseByNumber(services)(wanted.receiptNumber);
    if (!found.ok) return found;
    const change = { to, by: by.value, at: clock.now(), reason: wanted.reason };
    return changeCaseIf(cases)(found.value, (current) =>
      current.owner === wanted.from || current.owner === to
        ? ownerChanged(current, change)
        : failure(otherOwner),
    );
  };
}

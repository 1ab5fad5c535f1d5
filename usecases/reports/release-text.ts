import type { Case } from "../../domain/case/case.ts";
import { textNamed, textReleased } from "../../domain/case/case-texts.ts";
import type { Programme } from "../../domain/programme.ts";
import { countsByKind, masked, personalDataNames } from "../../domain/report/personal-data/finding.ts";
import { personalDataIn } from "../../domain/report/personal-data/personal-data.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import type { Role } from "../../domain/roster.ts";
import { textFingerprint } from "../../domain/text-fingerprint.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import { caseByNumber } from "../cases/case-by-number.ts";
import { changeCaseIf } from "../cases/change-case-if.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { Clock } from "../ports/host.ts";

/** What texts are released with. */
export interface ReleaseServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly cases: Pick<CaseStore, "find" | "update">;
  /** Takes a line for the log: what happened, and facts that say nothing about whom. */
  readonly note: (message: string, facts: Readonly<Record<string, string | number>>) => void;
}

/** Who releases which text of a case, and as what. */
interface ReleaseOrder {
  readonly staff: string;
  /** What the house knows somebody with that code to be. */
  readonly role: Role;
  /** Which of the case's texts. @default content */
  readonly name?: string | undefined;
  /** What may be shown. @default the text with what the check found masked */
  readonly text?: string | undefined;
}

/** As long as the longest text that a case takes. */
const longestText = 4000;

/**
 * Lets a free text of a case be shown in reports (R46, decision 0018): as proposed, with what the check for personal data
 * found masked, or as the supervisor wrote it, which is checked again and refused while something is found in it. Only a
 * supervisor may. The log says how much of what kind was masked, and never what.
 */
export function releaseText(services: ReleaseServices) {
  const { clock, cases, note } = services;
  return async (receiptNumber: string, order: ReleaseOrder): Promise<Result<Case>> => {
    if (order.role !== "supervisor")
      return failure(`Only a supervisor releases texts: ${order.staff} is not one.`);
    const by = staffCodeNamed(order.staff);
    if (!by.ok) return by;
    const kept = await caseByNumber(services)(receiptNumber);
    if (!kept.ok) return kept;
    const looked = textNamed(kept.value, order.name ?? "content");
    if (!looked.ok) return looked;
    const { name, text } = looked.value;
    const findings = personalDataIn(text);
    const shown = shownAs(order.text, masked(text, findings));
    if (!shown.ok) return shown;
    const of = textFingerprint(text);
    const release = { of, text: shown.value, at: clock.now(), by: by.value, marked: findings.length };
    const changed = await changeCaseIf(cases)(kept.value, (current) => {
      const now = textNamed(current, name);
      if (!now.ok) return now;
      if (now.value.text !== text)
        return failure("The text was changed by somebody else meanwhile: look at it again.");
      return success(textReleased(current, release));
    });
    if (changed.ok)
      note("a text was released", {
        receiptNumber: changed.value.receiptNumber,
        text: name,
        by: by.value,
        as: order.text === undefined ? "proposed" : "edited",
        ...countsByKind(findings),
      });
    return changed;
  };
}

function shownAs(edited: string | undefined, proposed: string): Result<string> {
  if (edited === undefined) return success(proposed);
  if (edited.trim() === "" || edited.length > longestText)
    return failure(`Write what may be shown, in at most ${longestText} characters.`);
  const kinds = new Set(personalDataIn(edited).map(({ kind }) => personalDataNames[kind]));
  if (kinds.size === 0) return success(edited);
  return failure(
    `The text may still say who somebody is (${[...kinds].join("、")}): take it out, or leave it to the masks.`,
  );
}

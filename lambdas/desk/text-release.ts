import * as v from "valibot";
import { japaneseDate, receiptNumber } from "../../contract/fields.ts";
import { textNamed } from "../../domain/case/case-texts.ts";
import { type PersonalDataKind, personalDataNames } from "../../domain/report/personal-data/finding.ts";
import { caseByNumber } from "../../usecases/cases/case-by-number.ts";
import { type ReleaseServices, releaseText } from "../../usecases/reports/release-text.ts";
import type { CaseStore } from "../../usecases/ports/cases.ts";
import { pageOfTextsToRelease } from "../../usecases/reports/texts-to-release.ts";
import { refusedBecause, unknownCase } from "./case-answer.ts";
import { cursorOf, placeOf, strangePlace } from "./cursor.ts";
import type { Refused, RouteHandlers } from "./route-handler.ts";

const textPlace = v.object({ date: japaneseDate, behind: v.exactOptional(receiptNumber) });

const otherText: Refused = {
  refused: "conflict",
  problem: "この文面は、ほかの人が変えました。「更新」を押して、新しい文面を確かめてください。",
};

/** Shows what nobody has released, and releases what a supervisor has looked at. */
export function textReleaseHandlers(
  parts: ReleaseServices & { readonly cases: Pick<CaseStore, "pageOfDay"> },
): RouteHandlers<"listTextsToRelease" | "releaseText"> {
  const find = caseByNumber(parts);
  const read = pageOfTextsToRelease(parts);
  const release = releaseText(parts);
  return {
    async listTextsToRelease({ request: { from, after } }) {
      const place = after === undefined ? { date: from } : placeOf(textPlace, after);
      if (!place) return strangePlace;
      const { texts, next } = await read(place);
      const shown = texts.map(({ found, ...text }) => ({ ...text, found: countsIn(found) }));
      return {
        answer: { texts: shown, ...(next && { next: cursorOf(next) }) },
        about: [...new Set(texts.map((text) => text.receiptNumber))],
      };
    },
    async releaseText({ path, request: { name, original, text }, by: { staff } }) {
      const found = await find(path.receiptNumber);
      if (!found.ok) return unknownCase;
      const looked = textNamed(found.value, name);
      if (!looked.ok || looked.value.text !== original) return otherText;
      // The route is a supervisor's.
      const released = await release(path.receiptNumber, { staff, role: "supervisor", name, text });
      return released.ok ? { answer: {} } : refused(released.problem);
    },
  };
}

/** The use case names in Japanese what it still finds, within a sentence for the command line. */
function refused(problem: string): Refused {
  const kinds = /\(([^)]+)\)/.exec(problem)?.[1];
  if (kinds === undefined) return { ...refusedBecause("."), field: "text" };
  return {
    refused: "wrong",
    field: "text",
    problem: `個人を特定できる内容（${kinds}）が残っています。取り除くか、「案に戻す」を押してください。`,
  };
}

function countsIn(found: Readonly<Partial<Record<PersonalDataKind, number>>>) {
  const counts = Object.entries(found) as [PersonalDataKind, number][];
  return counts.map(([kind, count]) => ({ kind: personalDataNames[kind], count }));
}

import { caseOfHandover, handoverReader } from "../../domain/import/handover-case.ts";
import type { HandoverFile } from "../../domain/import/import-settings.ts";
import { importInquiries, type ImportServices } from "./import-inquiries.ts";

/**
 * Takes over the former contractor's cases (R58). One without a due time of its own is due as if it had come in now: the
 * former contractor's promise is not known, and nothing that is open may be without one.
 */
export function importHandover(services: ImportServices, file: HandoverFile) {
  const now = services.clock.now();
  return importInquiries(services, {
    from: "handover",
    headings: file.headings,
    required: ["reference", "receivedAt", "content", "state"],
    referenceField: "reference",
    readerWith: (changes) => handoverReader(services.programme, file, now, changes),
    answerFrom: () => now,
    caseOf: (inquiry, taken) => caseOfHandover(inquiry, { ...taken, at: now }),
  });
}

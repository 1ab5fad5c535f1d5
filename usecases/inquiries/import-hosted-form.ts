import { caseOfHostedForm, hostedFormReader } from "../../domain/import/hosted-inquiry.ts";
import type { HostedForm } from "../../domain/import/import-settings.ts";
import { importInquiries, type ImportServices } from "./import-inquiries.ts";

/** Takes inquiries that were written on a form that is hosted elsewhere (R8): due from when they were written, as ours are. */
export function importHostedForm(services: ImportServices, form: HostedForm) {
  return importInquiries(services, {
    from: "hosted-form",
    headings: form.headings,
    required: ["reference", "receivedAt", "content"],
    referenceField: "reference",
    readerWith: (changes) => hostedFormReader(services.programme, form, services.clock.now(), changes),
    answerFrom: ({ receivedAt }) => receivedAt,
    caseOf: caseOfHostedForm,
  });
}

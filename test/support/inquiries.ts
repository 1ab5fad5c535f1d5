import type { Case } from "../../domain/case/case.ts";
import { type Submission, submitWebForm } from "../../usecases/inquiries/submit-web-form.ts";
import type { aDesk } from "./desk.ts";

type Desk = ReturnType<typeof aDesk>;

/** An inquiry that the desk has taken by its form, written in Japanese unless told otherwise: its receipt number. */
export async function anInquiryAt(
  desk: Desk,
  written: Pick<Submission, "submissionId" | "replyTo"> & Partial<Submission>,
): Promise<string> {
  const receipt = await submitWebForm(desk)({
    language: "ja",
    category: "C04",
    content: "歩数が増えません。",
    attributes: {},
    pictures: [],
    ...written,
  });
  if (!receipt.ok) throw new Error(receipt.problem);
  return receipt.value.receiptNumber;
}

/** The case of that number, received on the day on which `aDesk` begins. */
export async function keptCase(desk: Desk, number: string): Promise<Case> {
  const found = await desk.cases.find(desk.programme.id, number, "2024-07-16");
  if (!found) throw new Error("There is no case.");
  return found;
}

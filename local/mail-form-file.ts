import { readFile } from "node:fs/promises";
import PostalMime from "postal-mime";
import type { FileLine } from "../domain/import/file-line.ts";
import type { HostedForm } from "../domain/import/import-settings.ts";
import { mailLines } from "../domain/import/mail-lines.ts";
import { failure, type Result, success } from "../domain/result.ts";

/** Opens a mail that a form has sent, as a table of one line. A mail that a form cannot have sent is refused. */
export async function openFormMail(
  path: string,
  form: HostedForm,
): Promise<Result<{ readonly lines: readonly FileLine[]; readonly attachments: number }>> {
  const { text, messageId, date, attachments } = await PostalMime.parse(await readFile(path));
  if (text === undefined || text.trim() === "")
    return failure(`${path} has no text part: save the form's mail itself, as a file that ends in .eml.`);
  if (messageId === undefined || date === undefined)
    return failure(
      `${path} has no Message-ID or no Date: save the mail as it came in, as a file that ends in .eml.`,
    );
  return success({
    lines: mailLines({ text, messageId, date }, form.headings),
    attachments: attachments.length,
  });
}

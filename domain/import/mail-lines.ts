import type { FileLine } from "./file-line.ts";
import { fieldBySpelling, type Headings, plainHeading } from "./headings.ts";
import type { HostedFormField } from "./import-settings.ts";

/** What a form sends as a mail. */
export interface FormMail {
  readonly text: string;
  /** Names the mail, where the form gives its inquiries no number of their own. */
  readonly messageId: string;
  /** When it was sent, ISO 8601, where the form does not say when the inquiry was written. */
  readonly date: string;
}

const decoration = /^[\s■□●○◆◇▼▽▶・＊*#＃]+/u;
const labelled = /^(?:【([^】]{1,40})】|\[([^\]]{1,40})\]|([^:：]{1,40}[^:：\s]))\s*[:：]?\s*(.*)$/u;
const rule = /^\s*[-=_*─━―＿＝－]{3,}\s*$/u;

/**
 * A mail as a table of one line: its labels are the headings. A label is known by its spelling; what follows it, up to the
 * next known label or a ruled line, is its value. A label that comes again is part of what the inquirer wrote. Text before
 * the first label says nothing.
 */
export function mailLines(mail: FormMail, headings: Headings<HostedFormField>): FileLine[] {
  const fieldOf = fieldBySpelling(headings);
  const found = new Map<HostedFormField, { readonly name: string; readonly lines: string[] }>();
  let value: string[] | undefined;
  for (const line of mail.text.split(/\r\n|\r|\n/)) {
    const label = labelOf(line);
    const field = label && fieldOf.get(plainHeading(label.name));
    if (label && field !== undefined && !found.has(field)) {
      value = label.rest === "" ? [] : [label.rest];
      found.set(field, { name: label.name, lines: value });
    } else if (rule.test(line)) value = undefined;
    else value?.push(line);
  }
  const spare = { reference: mail.messageId, receivedAt: mail.date };
  for (const field of ["reference", "receivedAt"] as const)
    if (!found.has(field)) found.set(field, { name: headings[field][0] ?? field, lines: [spare[field]] });
  return [
    { line: 1, row: 1, cells: Array.from(found.values(), ({ name }) => name) },
    { line: 1, row: 2, cells: Array.from(found.values(), ({ lines }) => lines.join("\n").trimEnd()) },
  ];
}

/** What a line may begin with as a label: marked by a colon or by brackets, or all that the line has. */
function labelOf(line: string): { readonly name: string; readonly rest: string } | undefined {
  const parts = labelled.exec(line.replace(decoration, ""));
  if (!parts) return undefined;
  const [all, round, square, plain, rest = ""] = parts;
  const isMarked = plain === undefined || /^\s*[:：]/.test(all.slice(plain.length));
  return isMarked || rest === "" ? { name: round ?? square ?? plain ?? "", rest } : undefined;
}

import { extname } from "node:path";
import type { FileLine } from "../../domain/import/file-line.ts";
import type { HostedForm } from "../../domain/import/import-settings.ts";
import { type Result, success } from "../../domain/result.ts";
import { importHostedForm } from "../../usecases/inquiries/import-hosted-form.ts";
import { openFormMail } from "../mail-form-file.ts";
import {
  importFile,
  importHelp,
  importOptions,
  importServices,
  openTable,
  unreadable,
} from "./import-file.ts";
import { failed, type Outcome, readWords, type Verb, wrongUse } from "./verb.ts";
import { deskHelp, withDesk } from "./with-desk.ts";

export const formImport: Verb = {
  name: "form import",
  help: `form import FILE.csv|FILE.eml [--dry-run] [--rejects FILE.csv] [--deployed] [--json]
Takes inquiries from a form that is hosted elsewhere: a table with a line each (UTF-8 or CP932), or the mail that it sends.
They are due as those of our own form are, from when they were written.
${importHelp}
${deskHelp}`,
  async run(words) {
    const read = readWords(words, ["FILE.csv"], importOptions);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const [path = ""] = positionals;
    const isMail = extname(path).toLowerCase() === ".eml";
    const table = isMail ? undefined : await openTable(path);
    if (table && !table.ok) return failed(table.problem);
    return withDesk(values, async (desk): Promise<Outcome> => {
      const { id, imports } = desk.programme;
      if (!imports?.hostedForm)
        return failed(`Nothing says how to read a form for ${id}: add imports.hostedForm to its programme.`);
      const lines = table ?? (await openMail(path, imports.hostedForm));
      if (!lines.ok) return failed(lines.problem);
      const take = importHostedForm(importServices(desk), imports.hostedForm);
      return importFile(path, lines.value, values, take);
    });
  },
};

async function openMail(path: string, form: HostedForm): Promise<Result<AsyncIterable<FileLine>>> {
  try {
    const mail = await openFormMail(path, form);
    if (!mail.ok) return mail;
    return success(eachOf(mail.value.lines));
  } catch (cause) {
    return unreadable(path, cause);
  }
}

async function* eachOf(lines: readonly FileLine[]): AsyncGenerator<FileLine> {
  yield* lines;
}

import { importHandover } from "../../usecases/inquiries/import-handover.ts";
import { importFile, importHelp, importOptions, importServices, openTable } from "./import-file.ts";
import { failed, readWords, type Verb, wrongUse } from "./verb.ts";
import { deskHelp, withDesk } from "./with-desk.ts";

export const handoverImport: Verb = {
  name: "handover import",
  help: `handover import FILE.csv [--dry-run] [--rejects FILE.csv] [--deployed] [--json]
Takes over the former contractor's cases, a line each, marked as handed over. Columns in any order, UTF-8 or CP932.
${importHelp}
${deskHelp}`,
  async run(words) {
    const read = readWords(words, ["FILE.csv"], importOptions);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const [path = ""] = positionals;
    const table = await openTable(path);
    if (!table.ok) return failed(table.problem);
    return withDesk(values, async (desk) => {
      const { id, imports } = desk.programme;
      if (!imports?.handover)
        return failed(`Nothing says how to read a handover to ${id}: add imports.handover to its programme.`);
      return importFile(path, table.value, values, importHandover(importServices(desk), imports.handover));
    });
  },
};

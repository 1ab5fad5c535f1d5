import {
  faqDraftChangesOf,
  faqDraftsOf,
  faqEditionsOf,
  faqEntriesOf,
  fingerprint,
} from "../../lambdas/edge/composition.ts";
import { importFaq } from "../../usecases/knowledge/import-faq.ts";
import { searchFaq } from "../../usecases/knowledge/search-faq.ts";
import { openTable } from "./import-file.ts";
import { commonOptions, done, failed, readWords, type Verb, wrongUse } from "./verb.ts";
import { type Desk, deskHelp, deskOptions, withDesk } from "./with-desk.ts";

const options = { ...commonOptions, ...deskOptions } as const;

/** So much of an answer is shown on a line. */
const shownCharacters = 60;

export const faqImport: Verb = {
  name: "faq import",
  help: `faq import FILE.csv --source NAME --version V [--deployed] [--json]
Takes in the prefecture's questions and answers, in the place of that source's edition before, which stays as history.
Columns 質問 and 回答, and if there are any 分類 and キーワード; UTF-8 or CP932. A file with a wrong line is not taken at all.
Safe to run again. Another file needs another version.
${deskHelp}`,
  async run(words) {
    const read = readWords(words, ["FILE.csv"], {
      ...options,
      source: { type: "string" },
      version: { type: "string" },
    } as const);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const { source, version } = values;
    if (source === undefined) return wrongUse("--source NAME is missing: say where the file comes from.");
    if (version === undefined) return wrongUse("--version V is missing: say which edition it is.");
    const [path = ""] = positionals;
    const table = await openTable(path);
    if (!table.ok) return failed(table.problem);
    return withDesk(values, async (desk) => {
      const taken = await importFaq({ ...storesOf(desk), clock: desk.world.clock, sha256: fingerprint })(
        table.value,
        { source, version },
      );
      if (!taken.ok) return failed(`${path}: ${taken.problem}`);
      const { entries, rejects, isNew } = taken.value;
      if (rejects.length > 0) {
        const named = rejects.map(({ line, field, reason }) => `${line} 行目 ${field}: ${reason}`);
        return failed(
          `${path} に不備が ${rejects.length} 件あり、取り込みませんでした。${named.slice(0, 20).join(" ")}`,
        );
      }
      if (values.json) return done(JSON.stringify(taken.value));
      return done(`${source} ${version}: ${entries} 件${isNew ? "を取り込みました" : "は取込済みです"}`);
    });
  },
};

export const faqSearch: Verb = {
  name: "faq search",
  help: `faq search WORDS [--deployed] [--json]
Finds questions and answers in whatever spelling, the best first. --json: one a line.
${deskHelp}`,
  async run(words) {
    const read = readWords(words, ["WORDS"], options);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const [typed = ""] = positionals;
    return withDesk(values, async (desk) => {
      const hits = await searchFaq(storesOf(desk))(typed);
      if (values.json) return done(...hits.map((hit) => JSON.stringify(hit)));
      if (hits.length === 0) return done("見つかりません（マニュアル範囲外なら case escalate）");
      return done(
        ...hits.map(
          ({ entry }) =>
            `${entry.question} → ${entry.answer.slice(0, shownCharacters)}（${entry.source} ${entry.version}）`,
        ),
      );
    });
  },
};

function storesOf({ programme, world }: Desk) {
  return {
    programme,
    faqEntries: faqEntriesOf(world),
    faqEditions: faqEditionsOf(world),
    faqDrafts: faqDraftsOf(world),
    faqDraftChanges: faqDraftChangesOf(world),
  };
}

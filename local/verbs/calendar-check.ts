import { readFile } from "node:fs/promises";
import { lastOfficialYear } from "../../domain/calendar/official-holidays.generated.ts";
import { holidayDifferences, readWholeList, yearOf } from "../../domain/calendar/published-holidays.ts";
import { commonOptions, done, failed, readWords, type Verb, wrongUse } from "./verb.ts";

export const calendarCheck: Verb = {
  name: "calendar check",
  help: `calendar check FILE.csv [--json]
Compares our holidays with a list of the Cabinet Office (syukujitsu.csv as it is published), for every year that both know.`,
  async run(words) {
    const read = readWords(words, ["FILE.csv"], commonOptions);
    if (!read.ok) return wrongUse(read.problem);
    const [file = ""] = read.value.positionals;
    const bytes = await readFile(file).catch(() => undefined);
    if (!bytes) return wrongUse(`There is no file ${file}.`);
    const list = readWholeList(bytes, lastOfficialYear);
    if (!list.ok) return failed(`${file} was refused. ${list.problem}`);
    const differences = holidayDifferences(list.value);
    const lastYear = Math.max(...list.value.map(yearOf));
    if (read.value.values.json) return done(JSON.stringify({ lastYear, differences }));
    return done(
      `${lastYear}年までの一覧との違い: ${differences.length} 日`,
      ...differences.map(
        ({ date, published = "休日ではない", ours = "休日ではない" }) =>
          `${date}  一覧: ${published}  このサービス: ${ours}`,
      ),
      ...(lastYear > lastOfficialYear
        ? [`${lastYear}年が新しく公表されています: npm run holidays -- ${file}`]
        : []),
    );
  },
};

import { knowledgeOf } from "../../lambdas/edge/composition.ts";
import {
  addKnowledge,
  enterReaders,
  type KnowledgeServices,
  readingList,
  removeReaders,
} from "../../usecases/knowledge/handed-over-knowledge.ts";
import { openTable } from "./import-file.ts";
import { commonOptions, done, failed, readWords, type Verb, wrongUse } from "./verb.ts";
import { type Desk, deskHelp, deskOptions, withDesk } from "./with-desk.ts";

const options = { ...commonOptions, ...deskOptions } as const;

export const handoverKnowledgeAdd: Verb = {
  name: "handover knowledge add",
  help: `handover knowledge add FILE.csv [--deployed] [--json]
Adds what the former contractor knew and every operator has to read: columns 番号, 題名, 内容, 出典, 版 (1 where there is none).
Safe to run again. Changed words need a higher 版, which everybody reads again.
${deskHelp}`,
  async run(words) {
    const read = readWords(words, ["FILE.csv"], options);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const [path = ""] = positionals;
    const table = await openTable(path);
    if (!table.ok) return failed(table.problem);
    return withDesk(values, async (desk) => {
      const added = await addKnowledge(knowledgeServices(desk))(table.value);
      if (!added.ok) return failed(`${path}: ${added.problem}`);
      const { lines, unchanged, rejects } = added.value;
      if (values.json) return done(JSON.stringify(added.value));
      return done(
        `${lines} 行: 新規 ${added.value.new} 件、登録済み ${unchanged} 件、不備 ${rejects.length} 件`,
        ...rejects.map(({ line, field, reason }) => `${line} 行目 ${field}: ${reason}`),
      );
    });
  },
};

export const handoverReaders: Verb = {
  name: "handover readers",
  help: `handover readers STAFF,STAFF,… [--remove] [--deployed] [--json]
Enters by staff code who has to read the handed-over knowledge, such as OP01,OP02. --remove takes out who has left.
${deskHelp}`,
  async run(words) {
    const read = readWords(words, ["STAFF"], { ...options, remove: { type: "boolean" } });
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const names = (positionals[0] ?? "").split(",").filter((name) => name !== "");
    return withDesk(values, async (desk) => {
      const services = knowledgeServices(desk);
      const readers = await (values.remove ? removeReaders(services) : enterReaders(services))(names);
      if (!readers.ok) return wrongUse(readers.problem);
      const { value } = readers;
      return done(
        values.json
          ? JSON.stringify({ readers: value })
          : `読む人 ${value.length} 名: ${value.join("、") || "—"}`,
      );
    });
  },
};

export const handoverReading: Verb = {
  name: "handover reading",
  help: `handover reading --staff OP01 [--deployed] [--json]
Shows what an operator has to read, with what they have confirmed.
${deskHelp}`,
  async run(words) {
    const read = readWords(words, [], { ...options, staff: { type: "string" } });
    if (!read.ok) return wrongUse(read.problem);
    const { values } = read.value;
    const { staff } = values;
    if (staff === undefined) return wrongUse("--staff CODE is missing: say whose list it is.");
    return withDesk(values, async (desk) => {
      const list = await readingList(knowledgeServices(desk))(staff);
      if (!list.ok) return wrongUse(list.problem);
      if (values.json) return done(JSON.stringify({ staff: staff.toUpperCase(), items: list.value }));
      return done(
        ...list.value.flatMap(({ item, version, title, text, source, isConfirmed }) => [
          `${isConfirmed ? "済" : "未"} ${item} 第${version}版 ${title}（${source}）`,
          ...(isConfirmed ? [] : text.split("\n").map((line) => `     ${line}`)),
        ]),
      );
    });
  },
};

/** What handed-over knowledge is kept with, on a desk. */
export function knowledgeServices({ programme, world }: Desk): KnowledgeServices {
  return { programme, clock: world.clock, knowledge: knowledgeOf(world) };
}

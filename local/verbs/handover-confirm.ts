import { confirmKnowledge } from "../../usecases/knowledge/handed-over-knowledge.ts";
import { knowledgeServices } from "./handover-knowledge.ts";
import { commonOptions, done, readWords, type Verb, wrongUse } from "./verb.ts";
import { deskHelp, deskOptions, withDesk } from "./with-desk.ts";

export const handoverConfirm: Verb = {
  name: "handover confirm",
  help: `handover confirm --staff OP01 ITEM,ITEM,… [--deployed] [--json]
Keeps that an operator has read items of the handed-over knowledge, such as K01,K02, in the version that is on their list.
${deskHelp}`,
  async run(words) {
    const options = { ...commonOptions, ...deskOptions, staff: { type: "string" } } as const;
    const read = readWords(words, ["ITEM"], options);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const { staff } = values;
    if (staff === undefined) return wrongUse("--staff CODE is missing: say who has read it.");
    const items = (positionals[0] ?? "").split(",").filter((item) => item !== "");
    return withDesk(values, async (desk) => {
      const confirmed = await confirmKnowledge(knowledgeServices(desk))(staff, items);
      if (!confirmed.ok) return wrongUse(confirmed.problem);
      const read = confirmed.value.map(({ item, version }) => ({ item, version }));
      if (values.json) return done(JSON.stringify({ staff: staff.toUpperCase(), confirmed: read }));
      const named = read.map(({ item, version }) => `${item} 第${version}版`);
      return done(`${staff.toUpperCase()} が確認: ${named.join("、")}`);
    });
  },
};

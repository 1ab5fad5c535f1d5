import { formatMinute } from "../../domain/japan-time.ts";
import { templatesOf } from "../../lambdas/edge/composition.ts";
import { listTemplates, templateHistory, writeTemplate } from "../../usecases/knowledge/templates.ts";
import { roleOf } from "./staff-role.ts";
import { commonOptions, done, readWords, type Verb, wrongUse } from "./verb.ts";
import { type Desk, deskHelp, deskOptions, withDesk } from "./with-desk.ts";

const options = { ...commonOptions, ...deskOptions } as const;

export const templateList: Verb = {
  name: "template list",
  help: `template list [--deployed] [--json]
Shows the templates (定型文) that are in use. --json: one a line.
${deskHelp}`,
  async run(words) {
    const read = readWords(words, [], options);
    if (!read.ok) return wrongUse(read.problem);
    const { values } = read.value;
    return withDesk(values, async (desk) => {
      const templates = await listTemplates(servicesOf(desk))();
      return done(
        ...templates.map((template) =>
          values.json
            ? JSON.stringify(template)
            : `${template.code} ${template.name}（第${template.version}版、${formatMinute(template.at)}、${template.by}）: ${template.text}`,
        ),
      );
    });
  },
};

export const templateWrite: Verb = {
  name: "template write",
  help: `template write CODE --name TEXT --text TEXT --staff CODE [--environment NAME] [--deployed] [--json]
Writes a template (定型文) anew, or its next version; earlier ones stay. An empty --text takes it out of use. A supervisor's work.
${deskHelp}`,
  async run(words) {
    const read = readWords(words, ["CODE"], {
      ...options,
      name: { type: "string" },
      text: { type: "string" },
      staff: { type: "string" },
      environment: { type: "string" },
    } as const);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    const [code = ""] = positionals;
    const { name, text, staff } = values;
    if (name === undefined || text === undefined || staff === undefined)
      return wrongUse(
        "--name, --text and --staff are needed: say what it is called, what it says, and who writes it.",
      );
    return withDesk(values, async (desk) => {
      const role = roleOf(desk.programme.id, values.environment ?? "dev", staff);
      if (!role.ok) return wrongUse(role.problem);
      const services = servicesOf(desk);
      const before = (await templateHistory(services)(code)).at(-1);
      const written = await writeTemplate(services)({
        code,
        name,
        text,
        baseVersion: before?.version ?? 0,
        staff,
        role: role.value,
      });
      if (!written.ok) return wrongUse(written.problem);
      return done(
        values.json ? JSON.stringify(written.value) : `${code} を第${written.value.version}版にしました。`,
      );
    });
  },
};

function servicesOf({ programme, world }: Desk) {
  return { programme, clock: world.clock, templates: templatesOf(world) };
}

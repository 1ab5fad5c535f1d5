import type { ShownTemplate } from "../../contract/templates.ts";
import { isInUse, type Template } from "../../domain/template.ts";
import {
  allTemplates,
  type TemplateServices,
  templateHistory,
  writeTemplate,
} from "../../usecases/knowledge/templates.ts";
import type { Refused, RouteHandlers } from "./route-handler.ts";

type Written = Omit<Parameters<ReturnType<typeof writeTemplate>>[0], "role">;

const unknownTemplate: Refused = {
  refused: "not-found",
  problem: "この定型文はありません。一覧から選び直してください。",
};

/** Texts that operators put into answers: everybody who answers reads them, a supervisor writes them. */
export function templateHandlers(
  parts: Omit<TemplateServices, "clock">,
): RouteHandlers<"listTemplates" | "readTemplate" | "writeTemplate" | "retireTemplate"> {
  const history = templateHistory(parts);

  async function next(written: Written, at: number): Promise<{ readonly answer: ShownTemplate } | Refused> {
    const write = writeTemplate({ ...parts, clock: { now: () => at } });
    // The route is a supervisor's.
    const result = await write({ ...written, role: "supervisor" });
    if (result.ok) return { answer: { ...result.value } };
    const last = (await history(written.code)).at(-1);
    const version = last?.version ?? 0;
    if (version === written.baseVersion) return { refused: "wrong", field: "code", problem: result.problem };
    // What this very request has written already is no other's: it may be sent twice.
    return last && isTheSame(last, written)
      ? { answer: { ...last } }
      : { refused: "conflict", version, problem: result.problem };
  }

  return {
    async listTemplates() {
      const all = await allTemplates(parts)();
      return { answer: { templates: all.map((one) => ({ ...one })) } };
    },
    async readTemplate({ path: { code } }) {
      const versions = await history(code);
      if (versions.length === 0) return unknownTemplate;
      return { answer: { versions: versions.map((one) => ({ ...one })).reverse() } };
    },
    writeTemplate({ path: { code }, request, by: { staff }, at }) {
      return next({ ...request, code, staff }, at);
    },
    async retireTemplate({ path: { code }, request: { baseVersion }, by: { staff }, at }) {
      const last = (await history(code)).at(-1);
      if (!last) return unknownTemplate;
      // Out of use already, by this request sent twice or by somebody else: it is what was wanted.
      if (!isInUse(last)) return { answer: { ...last } };
      return next({ code, name: last.name, text: "", baseVersion, staff }, at);
    },
  };
}

function isTheSame({ version, name, text, by }: Template, written: Written): boolean {
  return (
    version === written.baseVersion + 1 &&
    name === written.name &&
    text === written.text &&
    by === written.staff
  );
}

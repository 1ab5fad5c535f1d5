import type { Programme } from "../../domain/programme.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import type { Role } from "../../domain/roster.ts";
import { checkedTemplate, isInUse, latestTemplates, type Template } from "../../domain/template.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import type { EntryStore } from "../ports/entries.ts";
import type { Clock } from "../ports/host.ts";

/** What templates are kept with. */
export interface TemplateServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly templates: Pick<EntryStore<Template>, "add" | "all">;
}

/**
 * Writes the next version of a template, on top of the one that was before whoever writes it (0 for a new one); earlier ones
 * stay. An empty text takes it out of use. Where somebody else has written meanwhile, nothing is written.
 */
export function writeTemplate({ programme, clock, templates }: TemplateServices) {
  return async (written: {
    readonly code: string;
    readonly name: string;
    readonly text: string;
    readonly baseVersion: number;
    readonly staff: string;
    readonly role: Role;
  }): Promise<Result<Template>> => {
    const { code, name, text, baseVersion, role } = written;
    if (role !== "supervisor") return failure("定型文を変えるのは、SVです。");
    const by = staffCodeNamed(written.staff);
    if (!by.ok) return by;
    const template = { code, name, text, version: baseVersion + 1, at: clock.now(), by: by.value };
    const checked = checkedTemplate(template);
    if (!checked.ok) return checked;
    const versions = await templates.all(programme.id, `${code}#`);
    const last = versions.at(-1)?.version ?? 0;
    if (last === baseVersion && !(await templates.add(programme.id, template))) return success(template);
    return failure(otherVersion(Math.max(last, baseVersion + 1)));
  };
}

function otherVersion(version: number): string {
  return `ほかの人が第${version}版を書きました。入力は残っています。その内容を確かめて、もう一度保存してください。`;
}

/** Every template in its latest version, in order of code, those included that are out of use. */
export function allTemplates({ programme, templates }: Pick<TemplateServices, "programme" | "templates">) {
  return async (): Promise<Template[]> => latestTemplates(await templates.all(programme.id));
}

/** The templates that are in use, in order of code. */
export function listTemplates(services: Pick<TemplateServices, "programme" | "templates">) {
  const all = allTemplates(services);
  return async (): Promise<Template[]> => (await all()).filter(isInUse);
}

/** Every version of a template, the first first. */
export function templateHistory({ programme, templates }: Pick<TemplateServices, "programme" | "templates">) {
  return (code: string): Promise<Template[]> => templates.all(programme.id, `${code}#`);
}

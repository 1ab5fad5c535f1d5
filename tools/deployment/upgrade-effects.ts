import { isDeepStrictEqual } from "node:util";
import { isRetained, type Template, type TemplateResource } from "./cloud-assembly.ts";
import type { ResourceRules } from "./resource-rules.ts";

/** What is made of a resource that is deployed. */
export interface Effect {
  /** `<stack>/<logical id>` */
  readonly resource: string;
  readonly type: string;
  readonly effect: "removed" | "replaced";
  readonly because: string;
  /** Whether it holds data or the telephone, or is declared to be kept: nothing in its place would be the same. */
  readonly isPrecious: boolean;
}

/** Templates by the name of their stack. */
export type Templates = ReadonlyMap<string, Template>;

/** The rules of each type of resource, by type. */
type Rules = ReadonlyMap<string, ResourceRules>;

/** What holds numbers, their history, or the names by which reports know them; the specification marks none of it. */
const telephone = [
  "AWS::Connect::HoursOfOperation",
  "AWS::Connect::Instance",
  "AWS::Connect::PhoneNumber",
  "AWS::Connect::Queue",
  "Custom::NumberAssociation",
];

/**
 * What a deployment would remove or replace. A property that may not change counts as changed, too, when it names a
 * resource that is itself removed or replaced, over stacks as well. A stack that is not deployed again has no effect: the
 * CDK leaves it as it is.
 */
export function upgradeEffects(deployed: Templates, next: Templates, rules: Rules): Effect[] {
  const effects = new Map<string, Effect>();
  const gone = new Set<string>();
  let goneBefore: number;
  do {
    goneBefore = gone.size;
    for (const [stack, { Resources }] of deployed) {
      const template = next.get(stack);
      if (!template) continue;
      const goneIn = (value: unknown) => mentioned(value, stack).find((name) => gone.has(name));
      for (const [id, resource] of Object.entries(Resources)) {
        const name = `${stack}/${id}`;
        const change = effects.has(name)
          ? undefined
          : changeOf(resource, template.Resources[id], rules, goneIn);
        if (!change) continue;
        effects.set(name, {
          resource: name,
          type: resource.Type,
          ...change,
          isPrecious: isPrecious(resource, rules),
        });
        gone.add(name);
      }
      for (const { Value, Export } of Object.values(template.Outputs ?? {}))
        if (typeof Export?.Name === "string" && goneIn(Value) !== undefined)
          gone.add(`export ${Export.Name}`);
    }
  } while (gone.size > goneBefore);
  return [...effects.values()];
}

function isPrecious(resource: TemplateResource, rules: Rules): boolean {
  const isStateful = rules.get(resource.Type)?.isStateful ?? false;
  return isStateful || isRetained(resource) || telephone.includes(resource.Type);
}

function changeOf(
  old: TemplateResource,
  now: TemplateResource | undefined,
  rules: Rules,
  goneIn: (value: unknown) => string | undefined,
): Pick<Effect, "effect" | "because"> | undefined {
  if (!now) return { effect: "removed", because: "the new template has no such logical id" };
  if (now.Type !== old.Type) return { effect: "replaced", because: `it becomes an ${now.Type}` };
  const because = Object.keys({ ...old.Properties, ...now.Properties })
    .filter((name) => isCreateOnly(old.Type, name, rules))
    .map((name) => changeOfProperty(name, old, now, goneIn))
    .find((reason) => reason !== undefined);
  return because === undefined ? undefined : { effect: "replaced", because };
}

/** A type that the specification does not know is made by a function of its own, which may replace it for any change. */
function isCreateOnly(type: string, property: string, rules: Rules): boolean {
  return rules.get(type)?.createOnly.has(property) ?? true;
}

function changeOfProperty(
  name: string,
  old: TemplateResource,
  now: TemplateResource,
  goneIn: (value: unknown) => string | undefined,
): string | undefined {
  const value = now.Properties?.[name];
  if (!isDeepStrictEqual(old.Properties?.[name], value)) return `${name} changes`;
  const cause = goneIn(value);
  return cause === undefined ? undefined : `${name} names ${cause}`;
}

/** The resources of its own stack, and the exports of others, that a value names. */
function mentioned(value: unknown, stack: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => mentioned(one, stack));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === "Ref") return [`${stack}/${String(inner)}`];
    if (key === "Fn::GetAtt" && Array.isArray(inner)) return [`${stack}/${String(inner[0])}`];
    if (key === "Fn::ImportValue") return [`export ${String(inner)}`];
    if (key === "Fn::Sub") return [...inText(inner, stack), ...mentioned(inner, stack)];
    return mentioned(inner, stack);
  });
}

function inText(value: unknown, stack: string): string[] {
  const text: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof text !== "string") return [];
  return [...text.matchAll(/\$\{([A-Za-z0-9]+)/g)].map(([, id]) => `${stack}/${id}`);
}

import type { ContactState } from "./contact-state.ts";

const referencePattern = /\$\.[A-Za-z]+(?:\.[A-Za-z0-9_-]+)*/g;

/**
 * The text behind one reference such as `$.External.state`; undefined when it has no value or is not a plain value.
 * Throws for a namespace that this exchange does not simulate, because guessing would hide it.
 */
export function referencedText(reference: string, { scope }: ContactState): string | undefined {
  const path = reference.slice(2).split(".");
  if (!Object.hasOwn(scope, path[0] ?? "")) throw new Error(`The reference ${reference} is not simulated.`);
  let value: unknown = scope;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" ? value : undefined;
}

/** A parameter that is either static or one whole reference (class S or J1 of the flow language). */
export function wholeText(parameter: string, contact: ContactState): string | undefined {
  return parameter.startsWith("$.") ? referencedText(parameter, contact) : parameter;
}

/** A parameter in which references may stand anywhere (class D). One without a value leaves nothing behind (assumed). */
export function filledText(parameter: string, contact: ContactState): string {
  return parameter.replaceAll(referencePattern, (reference) => referencedText(reference, contact) ?? "");
}

/** A value as a message about a setting shows it: as JSON; what is not there is missing. */
export function inWords(value: unknown): string {
  if (value === undefined) return "missing";
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  const text: string | undefined = JSON.stringify(value);
  return text ?? `a ${typeof value}`;
}

/** The fields that are there: Amazon Connect writes null, or nothing, for what it does not know. */
export function present<Fields>(
  fields: { readonly [Name in keyof Fields]: Fields[Name] | null | undefined },
): Fields {
  const known = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(known) as Fields;
}

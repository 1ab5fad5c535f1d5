/** Something that is made, and the names of what must be there first. Names of what is not made here are left aside. */
export interface Made {
  readonly name: string;
  readonly needs: readonly string[];
}

/**
 * The names in an order in which each comes after what it needs; of two that could both come, the one that was named
 * first. Throws one sentence that shows the circle where things need each other.
 */
export function makingOrder(things: readonly Made[]): string[] {
  const byName = new Map(things.map((thing) => [thing.name, thing]));
  const made = new Set<string>();

  function make({ name, needs }: Made, neededBy: readonly string[]): void {
    if (made.has(name)) return;
    const path = [...neededBy, name];
    if (neededBy.includes(name))
      throw new Error(
        `${path.slice(path.indexOf(name)).join(" needs ")}: none of them can be made first. Let one of them do without the next.`,
      );
    for (const needed of needs) {
      const thing = byName.get(needed);
      if (thing) make(thing, path);
    }
    made.add(name);
  }

  for (const thing of things) make(thing, []);
  return [...made];
}

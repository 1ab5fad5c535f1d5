/** Which blocks of one flow lead to which, and to which places each leaves the flow. */
export interface BlockGraph {
  readonly start: string;
  readonly next: ReadonlyMap<string, ReadonlySet<string>>;
  readonly leaves: ReadonlyMap<string, ReadonlySet<number>>;
}

/**
 * How many distinct ways lead through a flow, block by block: from its start to wherever a call leaves it (a hang-up by
 * the service, a queue, a conversation, another flow). Rounds are condensed first: blocks that can come back to one
 * another are one node, so a round counts once however often it is gone. Two blocks joined by several exits are joined
 * once; the caller's own hang-up, which is possible everywhere, is not counted. A flow that is only a round has one way.
 */
export function countPaths({ start, next, leaves }: BlockGraph): bigint {
  const group = condensed(start, next);
  const edges = new Map<string, Set<string>>();
  const leaving = new Map<string, bigint>();
  for (const [block, name] of group) {
    leaving.set(name, (leaving.get(name) ?? 0n) + BigInt(leaves.get(block)?.size ?? 0));
    for (const to of next.get(block) ?? []) {
      const target = group.get(to);
      if (target !== undefined && target !== name)
        edges.set(name, new Set([...(edges.get(name) ?? []), `${block}\n${to}\n${target}`]));
    }
  }
  const counted = new Map<string, bigint>();
  const count = (name: string): bigint => {
    const known = counted.get(name);
    if (known !== undefined) return known;
    let ways = leaving.get(name) ?? 0n;
    for (const edge of edges.get(name) ?? []) ways += count(edge.split("\n").at(-1) ?? "");
    const result = ways === 0n ? 1n : ways;
    counted.set(name, result);
    return result;
  };
  return count(group.get(start) ?? start);
}

/** Of each block that the start leads to, the name of its round: the block of the round that was met first. */
function condensed(start: string, next: BlockGraph["next"]): Map<string, string> {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const group = new Map<string, string>();
  const stack: string[] = [];
  const visit = (block: string): number => {
    const own = index.size;
    index.set(block, own);
    let lowest = own;
    stack.push(block);
    for (const to of next.get(block) ?? [])
      if (!group.has(to))
        lowest = Math.min(lowest, index.has(to) ? (low.get(to) ?? index.get(to) ?? own) : visit(to));
    low.set(block, lowest);
    if (lowest === own) for (const member of stack.splice(stack.lastIndexOf(block))) group.set(member, block);
    return lowest;
  };
  visit(start);
  return group;
}

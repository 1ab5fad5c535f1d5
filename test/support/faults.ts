import type { Draft } from "../../usecases/ports/reports.ts";

/**
 * What goes wrong at one call: it fails before it has done anything, or when it has done it and cannot say so; and either the
 * rest goes on, or everything stops there (a function that is killed, a host that is gone).
 */
export const faultKinds = ["before", "after", "stopped before", "stopped after"] as const;
export type FaultKind = (typeof faultKinds)[number];

export class InjectedFault extends Error {
  override readonly name = "InjectedFault";
}

/** Counts calls, and lets the `faultAt`-th (from 1) go wrong. */
export function faultyCalls(faultAt: number, kind: FaultKind) {
  const calls: { made: number; failed: string | undefined } = { made: 0, failed: undefined };
  const isStopped = () => calls.failed !== undefined && kind.startsWith("stopped");
  /** Whether this call fails, and when. */
  function next(name: string): "before" | "after" | undefined {
    if (isStopped()) return "before";
    calls.made += 1;
    if (calls.made !== faultAt) return undefined;
    calls.failed = name;
    return kind.endsWith("before") ? "before" : "after";
  }
  return {
    calls,
    through<Answer>(name: string, work: () => Answer): Answer {
      const fault = next(name);
      if (fault === "before") throw new InjectedFault(name);
      const answer = work();
      if (fault === "after") throw new InjectedFault(name);
      return answer;
    },
    async throughLater<Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> {
      const fault = next(name);
      if (fault === "before") throw new InjectedFault(name);
      if (fault === undefined) return work();
      // Whether it did it or not, it cannot say so.
      await work().catch(() => undefined);
      throw new InjectedFault(name);
    },
  };
}

type Faults = ReturnType<typeof faultyCalls>;

/** A port each of whose calls may go wrong. Calls that answer later fail later, as a network does. */
export function faultyPort<Port extends object>(name: string, port: Port, faults: Faults): Port {
  return new Proxy(port, {
    get(target, property, receiver) {
      const value: unknown = Reflect.get(target, property, receiver);
      if (typeof value !== "function") return value;
      const call = `${name}.${String(property)}`;
      return (...words: unknown[]) =>
        faults.throughLater(call, async () => Reflect.apply(value, target, words) as unknown);
    },
  });
}

/** Drafts each of whose calls, and each reading of a file, may go wrong. The folders are removed by `discardAll`, whatever happened. */
export function faultyDrafts(newDraft: () => Draft, faults: Faults) {
  const made: Draft[] = [];
  return {
    discardAll: () => made.forEach((draft) => draft.discard()),
    newDraft: (): Draft => {
      const draft = faults.through("newDraft", () => {
        const one = newDraft();
        made.push(one);
        return one;
      });
      return {
        append: (name, bytes) => faults.through(`draft.append ${name}`, () => draft.append(name, bytes)),
        finish: () =>
          faults
            .through("draft.finish", () => draft.finish())
            .map((file) => ({
              ...file,
              async *read() {
                for await (const bytes of file.read())
                  yield await faults.throughLater(`file.read ${file.name}`, async () => bytes);
              },
            })),
        discard: () => faults.through("draft.discard", () => draft.discard()),
      };
    },
  };
}

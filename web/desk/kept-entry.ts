import { useState } from "react";
import { useDesk } from "./shell/desk-context.ts";

/**
 * What somebody enters in a form of theirs, kept in this tab until it is done: it is there again when they come back from
 * another screen or after a reload. Not for what says who a resident is.
 */
export function useKeptEntry<Entry extends object>(
  form: string,
  initial: Entry,
): readonly [Entry, (changed: Partial<Entry>) => void, () => void] {
  const { me } = useDesk();
  const key = `${me.programme.id} ${me.staff} ${form}`;
  const [entry, setEntry] = useState<Entry>(() => ({ ...initial, ...kept(key) }));
  const change = (changed: Partial<Entry>) =>
    setEntry((before) => {
      const next = { ...before, ...changed };
      sessionStorage.setItem(key, JSON.stringify(next));
      return next;
    });
  const clear = () => {
    sessionStorage.removeItem(key);
    setEntry(initial);
  };
  return [entry, change, clear];
}

function kept(key: string): object {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? "{}");
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

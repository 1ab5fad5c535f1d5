import { useState } from "react";
import { useDesk } from "./shell/desk-context.ts";

/** What is held, by form and by whom. It lives as long as the page, and signing out ends that. */
const held = new Map<string, string>();

/**
 * A text in which a resident may be named, held until it is done: it is there again when somebody comes back from another
 * screen. It is written nowhere in the browser, so that it goes with the page (decision 0013); what may be kept longer is
 * an entry (`kept-entry.ts`).
 */
export function useHeldText(form: string, initial = ""): readonly [string, (text: string) => void] {
  const { me } = useDesk();
  const key = `${me.programme.id} ${me.staff} ${form}`;
  const [text, setText] = useState(() => held.get(key) ?? initial);
  const change = (changed: string) => {
    if (changed === initial) held.delete(key);
    else held.set(key, changed);
    setText(changed);
  };
  return [text, change];
}

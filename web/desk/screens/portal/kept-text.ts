import { useState } from "react";

/**
 * A text that is being written, kept in this tab: it is there again after the page was loaded again or another screen was
 * opened, and goes with the tab.
 */
export function useKeptText(name: string): readonly [string, (text: string) => void] {
  const key = `text ${name}`;
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? "");
  const keep = (changed: string) => {
    if (changed === "") sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, changed);
    setText(changed);
  };
  return [text, keep];
}

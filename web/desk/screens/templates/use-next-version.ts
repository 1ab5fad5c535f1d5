import { useState } from "react";
import type { ShownTemplate } from "../../../../contract/templates.ts";
import type { Failure } from "../../api/failure.ts";
import { useKeptEntry } from "../../kept-entry.ts";
import { useDesk } from "../../shell/desk-context.ts";

/** A template as its screen has read it, and what the screen does when it is changed. */
export interface ReadTemplate {
  readonly latest: ShownTemplate;
  /** What it said when it was last in use. */
  readonly lastText: string;
  readonly reload: () => void;
  readonly changed: (sentence: string) => void;
}

/**
 * The next version of a template, as it is typed. It is written on top of the version that was there when somebody began to
 * type; where another was written meanwhile, what was typed stays until its writer decides.
 */
export function useNextVersion({ latest, lastText, reload, changed }: ReadTemplate) {
  const { ask } = useDesk();
  const { code } = latest;
  const [typed, change, clear] = useKeptEntry(`template ${code}`, { name: "", text: "", baseVersion: 0 });
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const isTyped = typed.baseVersion > 0;
  const entry = isTyped ? typed : { name: latest.name, text: lastText, baseVersion: latest.version };
  const done = (sentence: string) => {
    setFailure(undefined);
    clear();
    changed(sentence);
  };
  return {
    entry,
    isTyped,
    isOvertaken: entry.baseVersion !== latest.version,
    isBusy,
    failure,
    type: (part: { readonly name?: string; readonly text?: string }) => change({ ...entry, ...part }),
    /** Puts what was typed on top of the latest version, now that it was seen. */
    keep: () => {
      setFailure(undefined);
      change({ ...entry, baseVersion: latest.version });
    },
    drop: () => {
      setFailure(undefined);
      clear();
    },
    save: async () => {
      setBusy(true);
      const answered = await ask("writeTemplate", { code }, entry);
      setBusy(false);
      if (answered.ok) return done("保存しました。これからの回答に使えます。");
      setFailure(answered.failure);
      if (answered.failure.kind !== "conflict") return;
      change(entry);
      reload();
    },
    retire: async () => {
      const answered = await ask("retireTemplate", { code }, { baseVersion: latest.version });
      if (answered.ok) return done("使うのをやめました。案件の画面では選べません。");
      setFailure(answered.failure);
      if (answered.failure.kind === "conflict") reload();
    },
  };
}

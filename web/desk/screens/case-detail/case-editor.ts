import type { CaseField } from "../../../../domain/case/case.ts";
import type { CaseDetail } from "../../../../contract/cases.ts";
import type { Answered, Ask } from "../../api/client.ts";
import type { Failure } from "../../api/failure.ts";
import type { EditorView } from "./editor-view.ts";
import { Keeper } from "./keeper.ts";
import {
  afterReading,
  afterSaving,
  isEmpty,
  resolved,
  restored,
  shownText,
  toSave,
  untouched,
  withTyped,
} from "./editor-state.ts";

const minuteMillis = 60_000;

/** What is typed is saved into the case once nobody has typed for so long. */
const saveAfterMillis = 5_000;
/** How often it is looked who else is in the case, and whether it was changed. */
const watchEveryMillis = 5_000;
/** After so long what failed is tried again. */
const tryAgainAfterMillis = 5_000;

/**
 * One case on the screen of one person. What is typed is kept within a second, outside the case, so that a killed browser loses
 * no more; it is saved into the case after a pause, with Ctrl+S, before anything else is done with the case, and when the
 * screen is left. Nothing that was typed is ever taken from the screen but by whoever typed it.
 */
export class CaseEditor {
  private current: EditorView = {
    state: undefined,
    progress: "saved",
    failure: undefined,
    others: [],
    now: undefined,
    isRestored: false,
  };
  private readonly listeners = new Set<() => void>();
  private readonly ask: Ask;
  private readonly staff: string;
  private readonly path: { readonly receiptNumber: string };
  private isOpen = false;
  private readonly keeper = new Keeper(() => this.keepNow());
  private saveTimer: number | undefined;
  private saving: Promise<boolean> | undefined;

  constructor(ask: Ask, staff: string, receiptNumber: string) {
    this.ask = ask;
    this.staff = staff;
    this.path = { receiptNumber };
  }

  readonly view = (): EditorView => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Reads the case and begins to watch it; answers how to leave it. */
  readonly open = (): (() => void) => {
    this.isOpen = true;
    void this.begin();
    const watching = window.setInterval(() => void this.watch(), watchEveryMillis);
    return () => {
      this.isOpen = false;
      window.clearInterval(watching);
      window.clearTimeout(this.saveTimer);
      void this.leave();
    };
  };

  readonly type = (field: CaseField, text: string): void => {
    const { state } = this.current;
    if (!state) return;
    this.show({ state: withTyped(state, field, text), progress: "typing", isRestored: false });
    this.keeper.soon();
    this.saveSoon(saveAfterMillis);
  };

  /** Puts a text behind what a field says already. */
  readonly append = (field: CaseField, text: string): void => {
    const { state } = this.current;
    const before = state ? shownText(state, field) : "";
    this.type(field, before === "" ? text : `${before}\n${text}`);
  };

  /** Takes a text for a field in conflict; undefined: the other one's. */
  readonly resolve = (field: string, text: string | undefined): void => {
    const { state } = this.current;
    if (!state) return;
    this.show({ state: resolved(state, field, text) });
    this.keeper.soon();
    void this.save();
  };

  /** Throws away what was restored. */
  readonly discard = (): void => {
    const { state } = this.current;
    if (!state) return;
    window.clearTimeout(this.saveTimer);
    this.show({ state: untouched(state.saved), progress: "saved", isRestored: false });
    this.keeper.soon();
  };

  /** Saves all that was typed. Answers whether all of it is in the case now. */
  readonly save = async (): Promise<boolean> => {
    window.clearTimeout(this.saveTimer);
    if (this.saving) await this.saving;
    this.saving = this.saveNow().finally(() => (this.saving = undefined));
    return this.saving;
  };

  /** Does something with the case after all that was typed is saved. Answers the failure where it was not done. */
  readonly act = async (work: () => Promise<Answered<CaseDetail>>): Promise<Failure | undefined> => {
    if (!(await this.save())) return this.current.failure ?? chooseFirst;
    const answered = await work();
    if (!answered.ok) {
      if (answered.failure.kind === "conflict") void this.reload();
      return answered.failure;
    }
    this.take(answered.value);
    return undefined;
  };

  readonly reload = async (): Promise<void> => {
    const answered = await this.ask("readCase", this.path, {});
    if (answered.ok) this.take(answered.value);
    else this.show({ failure: answered.failure });
  };

  private async begin(): Promise<void> {
    const [found, kept] = await Promise.all([
      this.ask("readCase", this.path, {}),
      this.ask("readTypedText", this.path, {}),
    ]);
    if (!found.ok) return this.show({ failure: found.failure });
    const typed = kept.ok ? kept.value.typed : undefined;
    const state = typed ? restored(found.value, typed) : untouched(found.value);
    const isRestored = !isEmpty(state.typed);
    this.show({
      state,
      isRestored,
      progress: isRestored ? "kept" : "saved",
      failure: kept.ok || kept.failure.kind === "not-found" ? undefined : kept.failure,
    });
    void this.watch();
  }

  /** What is saved is kept as nothing typed: that shows others for a minute that somebody is in the case. */
  private async keepNow(): Promise<boolean> {
    const { state } = this.current;
    if (!state) return true;
    const { typed, keptBase } = state;
    const answered = await this.ask("keepTypedText", this.path, { baseVersion: keptBase, fields: typed });
    if (!answered.ok) {
      this.show({ failure: answered.failure, progress: "failed" });
      return answered.failure.kind === "wrong";
    }
    const isNewest = this.current.state?.typed === typed && !isEmpty(typed);
    if (isNewest && this.current.progress === "typing") this.show({ progress: "kept" });
    return true;
  }

  private saveSoon(millis: number): void {
    window.clearTimeout(this.saveTimer);
    this.saveTimer = window.setTimeout(() => void this.save(), millis);
  }

  private async saveNow(): Promise<boolean> {
    const { state } = this.current;
    if (!state) return false;
    const fields = toSave(state);
    if (isEmpty(fields)) {
      this.show({ progress: "saved", failure: undefined });
      return state.conflicts.length === 0;
    }
    this.show({ progress: "saving" });
    const answered = await this.ask("writeCase", this.path, { baseVersion: state.baseVersion, fields });
    if (!answered.ok) {
      this.show({ failure: answered.failure, progress: "failed" });
      if (this.isOpen && answered.failure.kind !== "wrong") this.saveSoon(tryAgainAfterMillis);
      return false;
    }
    const next = afterSaving(this.current.state ?? state, fields, answered.value);
    const isAll = isEmpty(toSave(next));
    this.show({
      state: next,
      failure: undefined,
      progress: isAll ? "saved" : "typing",
      isRestored: false,
    });
    if (!isAll) this.saveSoon(saveAfterMillis);
    this.keeper.soon();
    return isEmpty(next.typed);
  }

  private async watch(): Promise<void> {
    const { state } = this.current;
    if (!state || document.visibilityState === "hidden") return;
    const answered = await this.ask("watchCase", this.path, {});
    if (!answered.ok || !this.isOpen) return;
    const others = answered.value.writers.filter((staff) => staff !== this.staff);
    const now = Math.floor(answered.value.now / minuteMillis) * minuteMillis;
    if (others.join() !== this.current.others.join() || now !== this.current.now) this.show({ others, now });
    const isNewer = answered.value.version > (this.current.state?.saved.version ?? 0);
    if (isNewer && !this.saving) await this.reload();
  }

  /** Saves what is left, and then keeps nothing; what cannot be saved stays kept. */
  private async leave(): Promise<void> {
    const { state } = this.current;
    if (!state) return;
    await this.keeper.stop();
    if (await this.save()) await this.ask("clearTypedText", this.path, {});
  }

  private take(detail: CaseDetail): void {
    const { state } = this.current;
    this.show({ state: state ? afterReading(state, detail) : untouched(detail), failure: undefined });
  }

  private show(change: Partial<EditorView>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}

const chooseFirst: Failure = {
  kind: "conflict",
  problem: "ほかの人と同時に書いた欄があります。先に、残す内容を選んでください。",
};

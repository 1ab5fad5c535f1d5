import { loggingSwitch, onlyEntry } from "../block-words.ts";
import type { Holding } from "../model.ts";
import type { Place } from "../place.ts";
import { anything, other, wholeReference, writtenAttributes } from "../tracked-values.ts";

/** The blocks that note something: they leave a closing sentence what it is. */
export const attributeSteps: Readonly<Record<string, (place: Place) => void>> = {
  UpdateContactAttributes: writing,
  UpdateFlowAttributes: writing,

  UpdateContactData(place) {
    setting(place, [], "連絡先の情報を書けない");
  },

  UpdateContactTargetQueue(place) {
    setting(place, [place.holding("queue", "chosen")], "キューを選べない");
  },

  UpdateFlowLoggingBehavior(place) {
    const on = loggingSwitch(place.action) === true;
    setting(place, [place.holding("logging", on ? "on" : "off")], "ログの設定に失敗する");
  },

  /** Recording starts here; that an operator is not there yet makes no difference to what the caller was told. */
  UpdateContactRecordingBehavior: recording,
  UpdateContactRecordingAndAnalyticsBehavior: recording,

  UpdateContactRoutingBehavior(place) {
    setting(place, [], "優先度を変えられない");
  },

  UpdateContactEventHooks(place) {
    const [event, reference] = onlyEntry(place.action.Parameters["EventHooks"]) ?? ["", ""];
    const name = `hook ${event}`;
    const flow = place.surroundings.flowStart(reference);
    const sets = place.builder.values(name) ? [place.holding(name, flow?.name ?? "elsewhere")] : [];
    setting(place, sets, `${event} のフローを設定できない`);
  },

  UpdateContactCallbackNumber(place) {
    place.step(place.next(), "goes on", "");
    for (const error of ["InvalidCallbackNumber", "CallbackNumberNotDialable"])
      place.step(place.error(error), "fault", `折り返し先に使えない番号（${error}）`, place.silent);
  },
};

/** All or nothing. A report attribute that Connect could not write, although the flow tried, is no mistake of the flow. */
function writing(place: Place): void {
  const written = writtenAttributes(place.action).filter(([name]) => place.builder.values(name));
  for (const { guards, sets } of combinations(place, written))
    place.step(place.next(), "goes on", "", sets, guards);
  if (place.action.Type === "UpdateFlowAttributes" && !place.hasError("NoMatchingError")) return;
  const tried = written
    .filter(([name]) => place.surroundings.reportAttributes.includes(name))
    .map(([name]) => place.holding(name, other));
  place.step(place.error("NoMatchingError"), "fault", "属性を書けない", tried);
}

/** One way for each combination of what the copied references may hold. */
function combinations(
  place: Place,
  written: readonly (readonly [name: string, text: string])[],
): { readonly guards: readonly Holding[]; readonly sets: readonly Holding[] }[] {
  let ways: { guards: readonly Holding[]; sets: readonly Holding[] }[] = [{ guards: [], sets: [] }];
  for (const [name, text] of written) {
    const source = wholeReference(text);
    const sources = source === undefined ? undefined : place.builder.values(source);
    if (source === undefined || !sources) {
      const value = source !== undefined ? anything : text.includes("$.") ? other : text;
      ways = ways.map(({ guards, sets }) => ({ guards, sets: [...sets, place.holding(name, value)] }));
      continue;
    }
    ways = ways.flatMap(({ guards, sets }) =>
      sources.map((held) => ({
        guards: [...guards, place.holding(source, held)],
        sets: [...sets, place.holding(name, held)],
      })),
    );
  }
  return ways;
}

function setting(place: Place, sets: readonly Holding[], failure: string): void {
  place.step(place.next(), "goes on", "", sets);
  const cannotFail = ["UpdateFlowLoggingBehavior", "UpdateContactRoutingBehavior"].includes(
    place.action.Type,
  );
  if (!cannotFail || place.hasError("NoMatchingError"))
    place.step(place.error("NoMatchingError"), "fault", failure);
}

function recording(place: Place): void {
  place.step(place.next(), "goes on", "録音が始まる");
  if (place.hasError("NoMatchingError"))
    place.step(place.error("NoMatchingError"), "fault", "録音を始められない");
  if (!JSON.stringify(place.action.Parameters).includes('"Customer"')) return;
  place.builder.check(place.at, {
    property: "recording-after-notice",
    guards: [place.holding("notice", "no")],
    message: "records the caller before the notice was played: play it on every way to this block.",
  });
}

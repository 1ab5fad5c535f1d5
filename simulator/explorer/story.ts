import { spokenWords } from "./block-words.ts";
import type { StateGraph } from "./explore.ts";
import type { Model } from "./model.ts";
import type { PackedModel } from "./packed-model.ts";
import type { PathStep, Property } from "./problem.ts";

/** What the caller meets when a property is broken. */
const ends: Readonly<Record<Property, string>> = {
  "ends-well": "案内のないまま電話が切れる",
  "no-endless-silence": "何も聞こえないまま同じところを回り続ける",
  "closed-never-queues": "受付時間外なのに待ち行列に入る",
  "recording-after-notice": "録音の案内を聞かないまま録音される",
  "queue-chosen-first": "行き先や記録が決まらないまま待ち行列に入る",
  "operator-reachable": "受付時間内なのに、オペレータにつながらないまま終わる",
  "voice-before-words": "声が設定されないまま英語の声で話される",
  "loops-bounded": "何もしないでいると、同じところを回り続ける",
  "logging-while-typing": "入力した番号が記録に残る",
};

/** The steps of a way through the state graph, as a caller could tell them. */
export function pathOf(
  model: Model,
  packed: PackedModel,
  graph: StateGraph,
  steps: readonly number[],
): PathStep[] {
  return steps.flatMap((step) => {
    const edge = model.edges[packed.edgeNumber[graph.stepEdge[step] ?? 0] ?? 0];
    const from = edge && model.locations[edge.from];
    if (!edge || !from) return [];
    const words = from.action ? spokenWords(from.action) : [];
    const { kind, note, keys } = edge;
    const told = { flow: from.flow, block: from.block, kind, note, words };
    return [keys === undefined ? told : { ...told, keys }];
  });
}

/** The story of a caller in Japanese, one line a step; steps that nobody would notice are left out. */
export function storyOf(
  root: string,
  path: readonly PathStep[],
  property: Property,
  ending: string,
): string[] {
  const told = path
    .filter(({ note }) => note !== "")
    .map(({ flow, block, note }) => (flow === "" ? note : `${note}（${flow}／${block}）`));
  return [`電話が「${root}」に入る`, ...told, `→ ${ends[property]}${ending}`];
}

/** A call of the imitated service: a greeting of ten seconds, a menu or none, and a queue that speaks after a minute. */
export interface Call {
  readonly id: string;
  readonly start: number;
  state: "in-flow" | "queued" | "talking" | "ended";
  isHeld: boolean;
  listening: boolean;
  position: { readonly flow: string; readonly block: string } | null;
  seconds: number;
  transcript: { at: string; kind: string; text: string; words?: string; interrupted?: true }[];
  /** What happens to it by itself, with the second of the call at which it does. */
  coming: { readonly at: number; readonly happen: () => void }[];
}

const greeting = "あおぞら水道です。この通話は、内容の確認のため、録音します。";

/** A picture as the documents have them, as far as the page reads it. */
export const inboundPicture = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200" viewBox="0 0 900 1200">
<g id="block-greeting" class="block"><rect x="40" y="20" width="200" height="60" fill="#fff" stroke="#1a1a1c"/><text x="50" y="55">greeting</text></g>
<g id="block-menu" class="block"><rect x="600" y="1000" width="200" height="60" fill="#fff" stroke="#1a1a1c"/><text x="610" y="1035">menu</text></g>
</svg>`;

/** A call that has just arrived; `at` is local time in Japan, to the minute. */
export function newCall(id: string, at: string, menu: boolean): Call {
  const call: Call = {
    id,
    start: Date.parse(`${at}:00+09:00`),
    state: "in-flow",
    isHeld: false,
    listening: false,
    position: { flow: "inbound", block: "greeting" },
    seconds: 0,
    transcript: [],
    coming: [{ at: 10, happen: () => (menu ? listen(call) : queue(call)) }],
  };
  note(call, "arrived", "0120-000-000 に着信しました");
  say(call, greeting);
  return call;
}

/** What can be asked of a call, by the last part of its path. */
export const callOrders: Readonly<Record<string, (call: Call, body: Record<string, unknown>) => void>> = {
  press(call, { key }) {
    cutShort(call);
    note(call, "pressed", `${String(key)} を押しました`);
    queue(call);
  },
  advance: (call, { seconds }) => passTime(call, Number(seconds)),
  next: (call) => passTime(call, (call.coming[0]?.at ?? call.seconds) - call.seconds),
  answer(call) {
    Object.assign(call, { state: "talking", position: null, coming: [] });
    cutShort(call);
    note(call, "connected", "オペレータ A01 が出ました");
  },
  hold(call) {
    call.isHeld = true;
    note(call, "held", "保留になりました");
  },
  resume(call) {
    call.isHeld = false;
    note(call, "resumed", "保留が終わりました");
  },
  transfer(call, { to }) {
    call.isHeld = false;
    note(call, "transferred", `転送しました（transfer-to-${String(to)}）`);
    queue(call);
  },
  "hang-up"(call, { by }) {
    Object.assign(call, { state: "ended", isHeld: false, listening: false, position: null, coming: [] });
    cutShort(call);
    note(call, "hung-up", by === "operator" ? "オペレータが電話を切りました" : "発信者が電話を切りました");
  },
};

function passTime(call: Call, seconds: number): void {
  const until = call.seconds + seconds;
  for (let next = call.coming[0]; next && next.at <= until; next = call.coming[0]) {
    call.coming.shift();
    call.seconds = next.at;
    next.happen();
  }
  call.seconds = until;
}

function listen(call: Call): void {
  call.position = { flow: "inbound", block: "menu" };
  call.listening = true;
  say(call, "続けるには、1を押してください。");
}

/** The caller queues, and hears so a minute later. */
function queue(call: Call): void {
  Object.assign(call, {
    state: "queued",
    listening: false,
    position: { flow: "waiting", block: "wait" },
    coming: [{ at: call.seconds + 60, happen: () => say(call, "ただいま、担当者におつなぎしています。") }],
  });
  cutShort(call);
  note(call, "queued", "待ち列に入りました");
}

function say(call: Call, words: string): void {
  note(call, "said", `「${words}」`, words);
}

/** What was being said is not said to its end, if it had been going on for less than ten seconds. */
function cutShort(call: Call): void {
  const last = call.transcript.at(-1);
  if (last?.kind === "said" && Date.parse(last.at) + 10_000 > call.start + call.seconds * 1000)
    last.interrupted = true;
}

function note(call: Call, kind: string, text: string, words?: string): void {
  call.transcript.push({ at: timeOf(call), kind, text, ...(words !== undefined && { words }) });
}

function timeOf({ start, seconds }: Call): string {
  return `${new Date(start + seconds * 1000 + 9 * 3_600_000).toISOString().slice(0, 19)}+09:00`;
}

/** The Navi-Dial tariff: 11 yen for each started 20 s from a mobile, 9.35 yen for each started 180 s from a fixed line. */
export function viewOf(call: Call) {
  const { id, state, isHeld, listening, position, seconds, transcript } = call;
  const yenMobile = Math.ceil(seconds / 20) * 11;
  const yenFixed = Math.ceil(seconds / 180) * 9.35;
  return {
    id,
    state,
    isHeld,
    listening,
    position,
    seconds,
    transcript,
    yenMobile,
    yenFixed,
    at: timeOf(call),
    speechSecondsBeforeQueue: Math.min(seconds, 10),
  };
}

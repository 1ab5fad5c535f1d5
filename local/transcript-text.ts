import type { TranscriptEntry } from "../simulator/transcript.ts";

const sentences: Readonly<Record<TranscriptEntry["kind"], (text: string) => string>> = {
  arrived: (number) => `${number} に着信しました`,
  queued: (queue) => `待ち列 ${queue} に入りました`,
  connected: (operator) => `オペレータ ${operator} が応答しました`,
  held: () => "保留になりました",
  resumed: () => "保留が終わりました",
  transferred: (flow) => `転送しました（${flow}）`,
  "hung-up": (text) => text,
  said: (words) => `「${words}」`,
  whispered: (words) => `オペレータにだけ「${words}」`,
  ringing: (number) => `${number} を呼び出しました`,
  silence: (text) => text,
  pressed: (key) => `${key} を押しました`,
  recovered: (text) => `障害をフローが引き受けました：${text}`,
  fault: (text) => `障害：${text}`,
};

/** One line of a call's transcript for people, in Japanese, with how long it lasted. */
export function transcriptText({ kind, text, seconds }: TranscriptEntry): string {
  const lasted = seconds === undefined ? "" : `（${Math.round(seconds * 10) / 10} 秒）`;
  return `${sentences[kind](text)}${lasted}`;
}

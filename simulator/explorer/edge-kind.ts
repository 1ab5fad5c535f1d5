/**
 * Why a call goes from one place to the next. `choice` is what a caller does on purpose; `passive` is silence or a key
 * that means nothing; `closed` is the answer that the desk is closed; `goes on` is everything that needs nobody.
 */
export const edgeKinds = [
  "goes on",
  "choice",
  "passive",
  "fault",
  "function answers",
  "function fails",
  "closed",
  "operator",
  "hang-up",
] as const;
export type EdgeKind = (typeof edgeKinds)[number];

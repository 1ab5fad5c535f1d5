/**
 * What can come of asking the API besides an answer. None of it takes anything from the screen: what was typed stays, and
 * `problem` is one Japanese sentence that says what to do.
 */
export interface Failure {
  readonly kind: FailureKind;
  readonly problem: string;
  /** The field that is wrong (`wrong`). */
  readonly field?: string;
  /** The version that is there now (`conflict`). */
  readonly version?: number;
}

/**
 * offline: nothing came back · expired: nobody signed in again · refused: the role may not · not-found: it is not there ·
 * conflict: somebody else wrote first · wrong: a field is wrong · fault: the service could not.
 */
export type FailureKind = "offline" | "expired" | "refused" | "not-found" | "conflict" | "wrong" | "fault";

/** What is said where the service says nothing itself, as where the answer is not its own. */
export const failureTexts: Readonly<Record<FailureKind, string>> = {
  offline: "サーバーにつながりません。入力は残っています。回線を確かめて、もう一度お試しください。",
  expired: "サインインの期限が切れています。入力は残っています。もう一度サインインしてください。",
  refused: "この操作は、あなたの役割ではできません。必要な場合はSVに頼んでください。",
  "not-found": "見つかりません。一覧から選び直してください。",
  conflict: "ほかの人が先に保存しました。入力は残っています。新しい内容を確かめてください。",
  wrong: "入力を直してください。",
  fault: "処理できませんでした。入力は残っています。少し待ってから、もう一度お試しください。",
};

const kinds: Readonly<Record<number, FailureKind>> = {
  400: "wrong",
  401: "expired",
  403: "refused",
  404: "not-found",
  409: "conflict",
};

/** What an HTTP status means. */
export function failureKindOf(status: number): FailureKind {
  return kinds[status] ?? "fault";
}

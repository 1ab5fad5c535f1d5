/** A picture that came with an inquiry: where it is kept, and what its sender called it. The name is text to show, never a path. */
export interface PictureRef {
  readonly key: string;
  readonly name: string;
  readonly type: "image/jpeg" | "image/png";
  readonly bytes: number;
}

/**
 * What the search for malware says of a picture: not yet anything, that it may be opened, that it is dangerous, or that it
 * could not be searched; or that it was erased because its time was up. Only one that is clean is ever handed out.
 */
export type PictureState = "scanning" | "clean" | "dangerous" | "not-scannable" | "gone";

/** As screens name it. */
export const pictureStateNames: Readonly<Record<PictureState, string>> = {
  scanning: "検査中",
  clean: "検査済み",
  dangerous: "危険のため開けません",
  "not-scannable": "検査できないため開けません",
  gone: "保存期間を過ぎました",
};

/** Why a picture cannot be opened, and what to do then. One that has become clean meanwhile is opened the next time. */
export const pictureRefusals: Readonly<Record<PictureState, string>> = {
  scanning: "検査中です。数分で終わります。少し待ってから、もう一度開いてください。",
  clean: "検査が終わりました。もう一度開いてください。",
  dangerous: "危険のため開けません。画像の内容は、相談者に文か電話で確かめてください。",
  "not-scannable": "検査できないため開けません。画像の内容は、相談者に文か電話で確かめてください。",
  gone: "保存期間を過ぎたため開けません。",
};

import * as v from "valibot";

/**
 * Bytes that are handed out in pieces, because a function's answer is limited (decision 0023): first what they are, then a
 * piece at a time, each from the place where the last one ended.
 */

/** What is begun to be handed out: under which name it is saved, and what it must be once it has arrived. */
export const download = v.object({ name: v.string(), bytes: v.number(), sha256: v.string() });

/** Where a piece begins. */
export const position = v.pipe(
  v.string(),
  v.transform(Number),
  v.integer("位置は整数で指定してください。"),
  v.minValue(0, "位置は0以上です。"),
);

const pieceParts = {
  /** Base64. */
  bytes: v.string(),
  /** Where the next piece begins; absent on the last. */
  next: v.optional(v.number()),
};

export const piece = v.object(pieceParts);

/** A piece of a picture, with what kind of picture it is. */
export const pictureContent = v.object({ ...pieceParts, type: v.picklist(["image/jpeg", "image/png"]) });

export type Piece = v.InferOutput<typeof piece>;

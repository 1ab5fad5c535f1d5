import { type Result, success } from "../../domain/result.ts";
import { Unavailable } from "../ports/host.ts";

/** How often something that others write at the same moment is read and changed again. */
const attempts = 20;

/** The one thing that is changed, in its store. */
export interface KeptPlace<Kept> {
  /** How it is named when something is wrong with it. */
  readonly name: string;
  /** Replaces it by its next version. Answers false where somebody else wrote that version first. */
  update(changed: Kept): Promise<boolean>;
  find(): Promise<Kept | undefined>;
}

/**
 * Changes what is kept on top of whatever others have made of it meanwhile, where `next` allows it: the answer is what is kept
 * then, or the sentence for which it was left as it was. A `next` that answers what it was given leaves it. Throws
 * `Unavailable` where others keep writing first.
 */
export async function changeKept<Kept>(
  place: KeptPlace<Kept>,
  kept: Kept,
  next: (current: Kept) => Result<Kept>,
): Promise<Result<Kept>> {
  let current: Kept | undefined = kept;
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (!current) throw new Error(`${place.name} is gone.`);
    const changed = next(current);
    if (!changed.ok || changed.value === current) return changed;
    if (await place.update(changed.value)) return success(changed.value);
    current = await place.find();
  }
  throw new Unavailable(`${place.name} was written by others ${attempts} times in a row.`);
}

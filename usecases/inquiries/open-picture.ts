import { type PictureRef, pictureRefusals } from "../../domain/case/picture.ts";
import type { Programme } from "../../domain/programme.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import { caseByNumber } from "../cases/case-by-number.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { Clock } from "../ports/host.ts";
import type { KeptPictures } from "../ports/inquiries.ts";

/** A picture that may be shown. */
export interface OpenPicture {
  readonly type: PictureRef["type"];
  readonly bytes: Uint8Array;
}

/** Hands out a picture of a case, by its place in the case from 0, if it was searched for malware and none was found. */
export function openPicture(services: {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly cases: Pick<CaseStore, "find">;
  readonly pictures: KeptPictures;
}) {
  const { pictures } = services;
  return async (receiptNumber: string, index: number): Promise<Result<OpenPicture>> => {
    const found = await caseByNumber(services)(receiptNumber);
    if (!found.ok) return found;
    const picture = found.value.pictures?.[index];
    if (!picture) return failure("この案件に、その画像はありません。");
    const bytes = await pictures.open(picture);
    if (bytes) return success({ type: picture.type, bytes });
    return failure(pictureRefusals[await pictures.state(picture)]);
  };
}

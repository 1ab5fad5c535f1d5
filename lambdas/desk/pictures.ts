import { parseReceiptNumber } from "../../domain/case/receipt-number.ts";
import { openPicture } from "../../usecases/inquiries/open-picture.ts";
import { pieceOf } from "../../usecases/reports/pieces.ts";
import { isForScreens } from "./answer.ts";
import { unknownCase } from "./case-answer.ts";
import { shownPiece } from "./piece-answer.ts";
import type { RouteHandlers } from "./route-handler.ts";

/** The pictures of cases, once the search for malware has called them clean (decision 0020). */
export function pictureHandlers(services: Parameters<typeof openPicture>[0]): RouteHandlers<"readPicture"> {
  const open = openPicture(services);
  return {
    async readPicture({ path: { receiptNumber, index }, request: { from = 0 } }) {
      const number = parseReceiptNumber(receiptNumber);
      if (!number.ok) return unknownCase;
      const opened = await open(number.value, Number(index));
      if (!opened.ok)
        return isForScreens(opened.problem) ? { refused: "wrong", problem: opened.problem } : unknownCase;
      const { type, bytes } = opened.value;
      const piece = await pieceOf([bytes], bytes.length, from);
      return { answer: { ...shownPiece(piece), type }, about: [number.value] };
    },
  };
}

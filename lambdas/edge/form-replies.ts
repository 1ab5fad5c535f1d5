import type { APIGatewayProxyResult } from "aws-lambda";
import type { PictureRef } from "../../domain/case/picture.ts";
import type { FormLanguage } from "../../domain/form-language.ts";
import { formatInstant } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import type { Receipt } from "../../usecases/inquiries/submit-web-form.ts";
import { checkPage } from "../../web/form/check-page.ts";
import { faultPage } from "../../web/form/fault-page.ts";
import { formPage } from "../../web/form/form-page.ts";
import type { FormFields, Problem } from "../../web/form/form-rules.js";
import type { FaultCode, InquiryAnswer, NoticeCode } from "../../web/form/form-types.ts";
import { receiptPage } from "../../web/form/receipt-page.ts";
import { faultStatus, json, page } from "./form-answer.ts";
import type { FormPost } from "./form-post.ts";

/** A post that is answered. */
export interface FormExchange {
  readonly post: FormPost;
  /** The form's script asks, and reads the answer itself. */
  readonly asJson: boolean;
  /** The pictures that are kept for the page by now. */
  readonly kept: readonly PictureRef[];
}

/** Every answer to a post of the form: to its script as `InquiryAnswer`, to all others as a page that holds what was typed. */
export function formReplies(programme: Programme) {
  function form(
    { post, kept }: FormExchange,
    status: number,
    why: { readonly problems?: readonly Problem[]; readonly notice?: NoticeCode } = {},
  ): APIGatewayProxyResult {
    const { language, token, fields: values } = post;
    return page(status, formPage({ programme, language, token, values, keptPictures: kept, ...why }));
  }

  function fault(
    code: FaultCode,
    to: {
      readonly language: FormLanguage;
      readonly asJson: boolean;
      readonly again?: { readonly token: string; readonly values: FormFields };
    },
  ): APIGatewayProxyResult {
    const { language, asJson, again } = to;
    if (asJson) return json(faultStatus[code], { fault: code } satisfies InquiryAnswer);
    return page(faultStatus[code], faultPage({ programme, language, code, ...(again && { again }) }));
  }

  return {
    fault,
    formAgain: (exchange: FormExchange) => form(exchange, 200),
    withProblems(exchange: FormExchange, problems: readonly Problem[]) {
      return exchange.asJson
        ? json(400, { problems } satisfies InquiryAnswer)
        : form(exchange, 400, { problems });
    },
    checked({ post, kept }: FormExchange) {
      const { fields: values, language, token } = post;
      return page(200, checkPage({ programme, language, token, values, keptPictures: kept }));
    },
    taken({ post, asJson }: FormExchange, { receiptNumber, answerBy }: Receipt) {
      const { language, fields } = post;
      const replyBy = fields.replyBy || "none";
      if (!asJson) return page(201, receiptPage({ programme, language, receiptNumber, answerBy, replyBy }));
      const until = answerBy !== undefined && { answerBy: formatInstant(answerBy) };
      return json(201, { receiptNumber, ...until } satisfies InquiryAnswer);
    },
    /** A person need only press once more; nothing was kept. */
    suspected({ post, asJson }: FormExchange) {
      const { language, token, fields: values } = post;
      return fault("bot", { language, asJson, again: { token, values } });
    },
    /** The same form with a new token; pictures belong to the old one and must be chosen again. */
    expired({ post, asJson }: FormExchange, token: string) {
      if (asJson) return json(409, { notice: "expired", token } satisfies InquiryAnswer);
      return form({ post: { ...post, token }, asJson, kept: [] }, 409, { notice: "expired" });
    },
    /** Our own fault: nothing was promised, and what was typed is there to be sent again. */
    notTaken(post: FormPost, asJson: boolean) {
      if (asJson) return json(faultStatus.fault, { fault: "fault" } satisfies InquiryAnswer);
      return form({ post, asJson, kept: [] }, faultStatus.fault, { notice: "fault" });
    },
  };
}

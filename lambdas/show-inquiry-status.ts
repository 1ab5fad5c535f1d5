import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";
import { parseReceiptNumber } from "../domain/case/receipt-number.ts";
import { formLanguageOf } from "../domain/form-language.ts";
import { lookUpInquiry } from "../usecases/inquiries/look-up-inquiry.ts";
import { faultPage } from "../web/form/fault-page.ts";
import { normalised } from "../web/form/form-rules.js";
import type { StatusPageOptions } from "../web/form/form-types.ts";
import { statusPage } from "../web/form/status-page.ts";
import { casesOf, programmeOf, type World } from "./edge/composition.ts";
import { faultStatus, page } from "./edge/form-answer.ts";
import { readFormBody } from "./edge/form-body.ts";
import { deployed, handlerOf } from "./edge/handler.ts";
import { warningsTo } from "./edge/log.ts";

type Shown = Pick<StatusPageOptions, "problem" | "state">;

/**
 * Shows where an inquiry stands to whoever knows its receipt number and the contact that it named. It shows neither what was
 * written nor by whom, and nobody can learn from it which numbers exist.
 */
export function showInquiryStatusHandler(world: World) {
  const programme = programmeOf(world);
  const lookUp = lookUpInquiry({ programme, clock: world.clock, cases: casesOf(world) });
  const warn = warningsTo(world.log);

  async function shown(receiptNumber: string, contact: string): Promise<Shown> {
    const number = parseReceiptNumber(receiptNumber);
    if (!number.ok) return { problem: "number-malformed" };
    if (contact === "") return { problem: "contact-missing" };
    try {
      const state = await lookUp(number.value, contact);
      return state ? { state } : { problem: "not-found" };
    } catch (cause) {
      warn("an inquiry could not be looked up", cause);
      return { problem: "fault" };
    }
  }

  return handlerOf(world, async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    if (event.httpMethod === "GET") {
      const language = formLanguageOf(event.queryStringParameters?.["language"]);
      return page(200, statusPage({ programme, language }), "form");
    }
    const body = await readFormBody(event);
    if ("refused" in body) {
      const { refused: code, language } = body;
      return page(faultStatus[code], faultPage({ programme, language, code }));
    }
    const values = {
      receiptNumber: lineOf(body.fields["receiptNumber"]),
      contact: lineOf(body.fields["contact"]),
    };
    const options = await shown(values.receiptNumber, values.contact);
    const language = formLanguageOf(body.fields["language"]);
    return page(statusOf(options), statusPage({ programme, language, values, ...options }));
  });
}

function statusOf({ problem }: Shown): number {
  if (problem === undefined) return 200;
  return problem === "not-found" ? 404 : problem === "fault" ? 503 : 400;
}

/** A text on one line, without what cannot be shown, and no longer than anybody's contact. */
function lineOf(text: string | undefined): string {
  return normalised({ name: text }).name.slice(0, 300);
}

export const handler = deployed(showInquiryStatusHandler);

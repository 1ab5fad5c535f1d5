import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";
import { formatInstant } from "../domain/japan-time.ts";
import { submitWebForm } from "../usecases/submit-web-form.ts";
import {
  casesOf,
  fingerprint,
  mailerOf,
  parkedWorkOf,
  programmeOf,
  specialDaysOf,
  type World,
} from "./edge/composition.ts";
import { deployed, handlerOf } from "./edge/handler.ts";
import { problemPage, receiptPage } from "./edge/form-pages.ts";
import { parseWebForm, wantsJson } from "./edge/web-form-request.ts";

/** Takes a written inquiry and answers its receipt number: as JSON to the form's script, as a page to a plain form post. */
export function submitWebFormHandler(world: World) {
  const programme = programmeOf(world);
  const submit = submitWebForm({
    programme,
    clock: world.clock,
    specialDays: specialDaysOf(world),
    cases: casesOf(world),
    mailer: mailerOf(),
    parked: parkedWorkOf(world),
    sha256: fingerprint,
  });
  return handlerOf(world, async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const submission = parseWebForm(event);
    const receipt = submission.ok ? await submit(submission.value) : submission;
    if (!receipt.ok)
      return wantsJson(event)
        ? json(400, { problem: receipt.problem })
        : page(400, problemPage(programme.deskName, receipt.problem));
    const { receiptNumber, answerBy } = receipt.value;
    return wantsJson(event)
      ? json(201, { receiptNumber, answerBy: formatInstant(answerBy) })
      : page(201, receiptPage(programme.deskName, receiptNumber, answerBy));
  });
}

function json(statusCode: number, body: unknown): APIGatewayProxyResult {
  return { statusCode, headers: headers("application/json; charset=utf-8"), body: JSON.stringify(body) };
}

function page(statusCode: number, body: string): APIGatewayProxyResult {
  return { statusCode, headers: headers("text/html; charset=utf-8"), body };
}

function headers(contentType: string): Record<string, string> {
  return {
    "content-type": contentType,
    "cache-control": "no-store",
    "content-security-policy":
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  };
}

export const handler = deployed(submitWebFormHandler);

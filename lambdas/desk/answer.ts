import type { APIGatewayProxyResult } from "aws-lambda";
import type { ProblemAnswer } from "../../contract/problem.ts";
import type { Refused } from "./route-handler.ts";

/** An answer of the API. It may hold somebody's own data: nothing on the way keeps it. */
export function jsonAnswer(statusCode: number, body: unknown): APIGatewayProxyResult {
  return {
    statusCode,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    },
    body: JSON.stringify(body),
  };
}

export function problemAnswer(statusCode: number, answer: ProblemAnswer): APIGatewayProxyResult {
  return jsonAnswer(statusCode, answer);
}

const statusOf: Readonly<Record<Refused["refused"], number>> = {
  wrong: 400,
  "not-found": 404,
  conflict: 409,
};

export function refusalAnswer({ refused, ...said }: Refused): APIGatewayProxyResult {
  return problemAnswer(statusOf[refused], said);
}

/** Whether a sentence is one for screens, which are Japanese: those of libraries and for the command line are not. */
export function isForScreens(sentence: string): boolean {
  return /[\u3040-\u30ff\u4e00-\u9fff]/.test(sentence);
}

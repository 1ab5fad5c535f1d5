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

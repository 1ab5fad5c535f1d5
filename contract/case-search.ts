import * as v from "valibot";
import { caseList } from "./cases.ts";
import { cursor } from "./fields.ts";
import { deskStaff, type Route } from "./route.ts";

/** The cases of one person. The number stands in the body: addresses of requests are written into logs. */
export const caseSearchRoutes = {
  findCasesOfNumber: {
    method: "POST",
    path: "/cases/of-number",
    roles: deskStaff,
    readsPersonalData: true,
    request: v.object({
      /** As somebody writes it, with hyphens or without. */
      number: v.pipe(v.string(), v.maxLength(30, "電話番号を確かめてください。")),
      after: v.optional(cursor),
    }),
    answer: caseList,
  },
} as const satisfies Record<string, Route>;

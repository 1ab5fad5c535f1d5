import * as v from "valibot";
import type { DeskRole } from "../domain/desk/desk-role.ts";
import { cursor, instant, listAfter, listNext, receiptNumber } from "./fields.ts";
import { download, piece, position } from "./pieces.ts";
import type { Route } from "./route.ts";

/** The prefecture alone: what it takes is written down as taken by it. */
const prefecture = ["prefecture"] as const satisfies readonly DeskRole[];

const revision = {
  /** `monthly` of `monthly/2024-07`. */
  kind: v.string(),
  /** `2024-07` of `monthly/2024-07`. */
  of: v.string(),
  revision: v.number(),
};

const reportFacts = {
  ...revision,
  /** 定例報告（令和6年7月分） */
  title: v.string(),
  /** 令和6年7月1日から令和6年7月31日まで */
  period: v.string(),
  approvedAt: instant,
  /** The approved revision before, and the one that counts in its place. */
  replaces: v.optional(v.number()),
  replacedBy: v.optional(v.number()),
  /** Whether somebody of the prefecture has taken a file of it. */
  isTaken: v.boolean(),
};

const reportList = v.object({ reports: v.array(v.object(reportFacts)) });

const reportDetail = v.object({
  ...reportFacts,
  figures: v.array(
    v.object({
      label: v.string(),
      value: v.string(),
      basis: v.optional(v.string()),
      definition: v.string(),
      target: v.optional(v.string()),
      standing: v.optional(v.string()),
    }),
  ),
  /** By day, or by month where there are many days. */
  times: v.array(v.object({ time: v.string(), offered: v.number(), answered: v.number() })),
  categories: v.array(v.object({ name: v.string(), cases: v.number() })),
  files: v.array(v.object({ name: v.string(), rows: v.number(), bytes: v.number(), sha256: v.string() })),
});

const encoding = v.picklist(["utf-8", "cp932"], "文字コードを選んでください。");

/** A file of the list, `manifest.json`, or `*` for all of them as one archive. */
const file = v.pipe(v.string(), v.minLength(1, "ファイルを選んでください。"), v.maxLength(200));

const question = v.object({
  receiptNumber,
  number: v.number(),
  category: v.optional(v.string()),
  askedAt: instant,
  /** Absent while the desk looks for personal data in it. */
  question: v.optional(v.string()),
  answer: v.optional(v.object({ text: v.optional(v.string()), answeredAt: instant, by: v.string() })),
});

const questionPage = v.object({
  questions: v.array(question),
  next: v.optional(cursor),
});

const answering = v.object({
  answer: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, "回答を書いてください。"),
    v.maxLength(2000, "回答は2,000字以内で書いてください。"),
  ),
});

/** The latest first. */
const downloadLog = v.object({
  downloads: v.array(
    v.object({ ...revision, title: v.string(), at: instant, by: v.string(), file: v.string() }),
  ),
  ...listNext,
});

export type PortalReport = v.InferOutput<typeof reportList>["reports"][number];
export type PortalReportDetail = v.InferOutput<typeof reportDetail>;
export type PortalQuestion = v.InferOutput<typeof question>;
export type CsvEncoding = v.InferOutput<typeof encoding>;

/** 県の画面: approved reports, what was asked of the prefecture, and what it has taken. Nothing here says who a resident is. */
export const portalRoutes = {
  listReports: {
    method: "GET",
    path: "/portal/reports",
    roles: prefecture,
    readsPersonalData: false,
    request: v.object({}),
    answer: reportList,
  },
  readReport: {
    method: "GET",
    path: "/portal/reports/{kind}/{of}/{revision}",
    roles: prefecture,
    readsPersonalData: false,
    request: v.object({}),
    answer: reportDetail,
  },
  /** Writes the download down, and says what it is; its bytes are then fetched piece by piece. */
  takeReport: {
    method: "POST",
    path: "/portal/reports/{kind}/{of}/{revision}/downloads",
    roles: prefecture,
    readsPersonalData: false,
    request: v.object({ file, encoding }),
    answer: download,
  },
  readReportPiece: {
    method: "GET",
    path: "/portal/reports/{kind}/{of}/{revision}/downloads",
    roles: prefecture,
    readsPersonalData: false,
    request: v.object({ file, encoding, from: position }),
    answer: piece,
  },
  listQuestions: {
    method: "GET",
    path: "/portal/questions",
    roles: prefecture,
    readsPersonalData: false,
    request: v.object({ view: v.picklist(["open", "answered"]), after: v.optional(cursor) }),
    answer: questionPage,
  },
  answerQuestion: {
    method: "PUT",
    path: "/portal/questions/{receiptNumber}/{number}/answer",
    roles: prefecture,
    readsPersonalData: false,
    request: answering,
    answer: question,
  },
  listDownloads: {
    method: "GET",
    path: "/portal/downloads",
    roles: prefecture,
    readsPersonalData: false,
    request: v.object(listAfter),
    answer: downloadLog,
  },
} as const satisfies Record<string, Route>;

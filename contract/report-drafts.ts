import * as v from "valibot";
import { instant } from "./fields.ts";
import { download, piece, position } from "./pieces.ts";
import type { Route } from "./route.ts";

const count = v.pipe(v.number(), v.integer());
/** `monthly/2024-07` */
const report = v.pipe(v.string(), v.maxLength(100));
const leading = ["supervisor", "leader"] as const;

const summary = v.object({
  report,
  title: v.string(),
  /** The latest. */
  revision: count,
  period: v.object({ from: v.string(), to: v.string() }),
  /** draft: nobody has approved it · approved: its mails are not all out yet · delivered */
  state: v.picklist(["draft", "approved", "delivered"]),
  approvedBy: v.optional(v.string()),
  approvedAt: v.optional(instant),
  /** The revision that the prefecture sees meanwhile. */
  earlierApproved: v.optional(count),
  /** Not before then. */
  canApproveFrom: instant,
});

const draft = v.object({
  ...summary.entries,
  now: instant,
  cutOff: v.string(),
  /** What a figure means, and its value; null where there was nothing to divide by. */
  figures: v.array(v.object({ code: v.string(), definition: v.string(), value: v.nullable(v.number()) })),
  files: v.array(v.object({ ...download.entries, rows: count })),
  /** Who is told once it is approved. */
  tells: v.array(v.string()),
  /** What happened to it, the earliest first. */
  log: v.array(
    v.object({
      at: instant,
      revision: count,
      what: v.picklist([
        "built",
        "approved",
        "delivering",
        "not-delivered",
        "delivered",
        "reminded",
        "fetched",
      ]),
      by: v.optional(v.string()),
      to: v.optional(v.string()),
      file: v.optional(v.string()),
    }),
  ),
});

export type ReportDraftSummary = v.InferOutput<typeof summary>;
export type ReportDraft = v.InferOutput<typeof draft>;

/** Reports before the prefecture sees them. Their names hold a slash, so that they stand in the query and not in the path. */
export const reportDraftRoutes = {
  listReportDrafts: {
    method: "GET",
    path: "/report-drafts",
    roles: leading,
    readsPersonalData: false,
    request: v.object({}),
    answer: v.object({ now: instant, reports: v.array(summary) }),
  },
  readReportDraft: {
    method: "GET",
    path: "/report-drafts/one",
    roles: leading,
    readsPersonalData: false,
    request: v.object({ report }),
    answer: draft,
  },
  /** A piece of a file of a revision; what was asked in residents' words is in some, so that each look is audited. */
  readReportDraftFile: {
    method: "GET",
    path: "/report-drafts/one/file",
    roles: leading,
    readsPersonalData: true,
    request: v.object({
      report,
      revision: position,
      file: v.pipe(v.string(), v.maxLength(200)),
      from: position,
    }),
    answer: piece,
  },
  approveReport: {
    method: "POST",
    path: "/report-drafts/approval",
    roles: ["supervisor"],
    readsPersonalData: false,
    request: v.object({
      report,
      /** The revision that was looked at. */
      revision: count,
    }),
    answer: v.object({
      revision: count,
      approvedBy: v.string(),
      approvedAt: instant,
      delivery: v.picklist(["delivered", "waiting"]),
    }),
  },
} as const satisfies Record<string, Route>;

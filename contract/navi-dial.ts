import * as v from "valibot";
import { instant } from "./fields.ts";
import type { Route } from "./route.ts";

const leading = ["supervisor", "leader"] as const;

const figures = v.object({ busy: v.number(), closed: v.number(), enteredAt: instant, enteredBy: v.string() });

const month = v.object({
  /** 2024-07 */
  month: v.string(),
  /** running: it is not over yet, so its figures are not final · missing: it is over, and its report has a dash · entered */
  state: v.picklist(["running", "missing", "entered"]),
  /** How often figures were entered. */
  version: v.number(),
  /** What was entered, the latest first; only the first of them counts. */
  entries: v.array(figures),
});

export type ShownNaviDialMonth = v.InferOutput<typeof month>;

/** A count as it is typed; in full-width digits too. */
const count = v.pipe(
  v.string(),
  v.transform((text) => text.normalize("NFKC").trim()),
  v.regex(/^\d{1,7}$/, "件数を数字で入力してください（無ければ 0）。"),
);

/** ナビダイヤルの数: calls that Navi-Dial itself turned away. They stand in the monthly report beside the desk's own figures. */
export const naviDialRoutes = {
  listNaviDial: {
    method: "GET",
    path: "/navi-dial",
    roles: leading,
    readsPersonalData: false,
    request: v.object({}),
    /** The months of the contract that have begun: those that are missing first, then the latest first. */
    answer: v.object({ months: v.array(month) }),
  },
  enterNaviDial: {
    method: "PUT",
    path: "/navi-dial/{month}",
    roles: leading,
    readsPersonalData: false,
    request: v.object({
      busy: count,
      closed: count,
      /** The version that was seen, 0 where there was none. */
      seen: v.pipe(v.number(), v.integer(), v.minValue(0)),
    }),
    answer: month,
  },
} as const satisfies Record<string, Route>;

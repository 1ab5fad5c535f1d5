import { lazy } from "react";
import type { DeskRole } from "../../../domain/desk/desk-role.ts";
import { deskStaff, everybody } from "../../../contract/route.ts";
import type { Screen, ScreenProps } from "./screen.ts";

/** Who leads the desk. */
const leading = ["supervisor", "leader"] as const satisfies readonly DeskRole[];

/** The headings of the side navigation, in their order. */
export const menuHeadings: Readonly<Record<NonNullable<Screen["menu"]>, string>> = {
  work: "相談",
  lead: "運営",
  prefecture: "県",
};

/** Every screen, in the order of the side navigation. A new one is one entry here and a file in `screens/`. */
export const screens: readonly Screen[] = [
  {
    path: "",
    title: "はじめに",
    roles: everybody,
    component: lazy(() => import("../screens/home/home.tsx")),
  },
  {
    path: "cases",
    title: "案件一覧",
    roles: deskStaff,
    menu: "work",
    component: lazy(() => import("../screens/case-list/case-list.tsx")),
  },
  {
    path: "cases/{receiptNumber}",
    title: "相談案件",
    roles: deskStaff,
    component: lazy(() => import("../screens/case-detail/case-detail.tsx")),
  },
  {
    path: "calls/{contactId}",
    title: "着信",
    roles: deskStaff,
    component: lazy(() => import("../screens/call/caller.tsx")),
  },
  {
    path: "callbacks",
    title: "折返し架電",
    roles: deskStaff,
    menu: "work",
    component: lazy(() => import("../screens/callbacks/callbacks.tsx")),
  },
  {
    path: "cases/{receiptNumber}/callback",
    title: "折返し架電の約束",
    roles: deskStaff,
    component: lazy(() => import("../screens/callbacks/promise-callback.tsx")),
  },
  {
    path: "cases/{receiptNumber}/registrations",
    title: "登録情報の操作",
    roles: deskStaff,
    component: lazy(() => import("../screens/registrations/registrations.tsx")),
  },
  {
    path: "deletions",
    title: "削除の確認",
    roles: deskStaff,
    menu: "work",
    component: lazy(() => import("../screens/registrations/deletions.tsx")),
  },
  {
    path: "faq-drafts",
    title: "よくある質問の案",
    roles: deskStaff,
    menu: "work",
    component: lazy(() => import("../screens/faq-drafts/faq-drafts.tsx")),
  },
  {
    path: "training",
    title: "研修",
    roles: deskStaff,
    menu: "work",
    component: lazy(() => import("../screens/training/training-room.tsx")),
  },
  {
    path: "training/{contactId}",
    title: "研修のふりかえり",
    roles: deskStaff,
    component: lazy(() => import("../screens/training/training-review.tsx")),
  },
  {
    path: "board",
    title: "いまの状況",
    roles: leading,
    menu: "lead",
    component: lazy(() => import("../screens/board/board.tsx")),
  },
  {
    path: "announcement",
    title: "緊急案内",
    roles: deskStaff,
    menu: "lead",
    component: lazy(() => import("../screens/announcement/announcement.tsx")),
  },
  {
    path: "special-days",
    title: "休業と受付時間",
    roles: deskStaff,
    menu: "lead",
    component: lazy(() => import("../screens/special-days/special-days.tsx")),
  },
  {
    path: "categories",
    title: "相談内容分類",
    roles: deskStaff,
    menu: "lead",
    component: lazy(() => import("../screens/categories/categories.tsx")),
  },
  {
    path: "settings-changes",
    title: "設定の変更",
    roles: deskStaff,
    menu: "lead",
    component: lazy(() => import("../screens/settings-changes/settings-changes.tsx")),
  },
  {
    path: "texts-to-release",
    title: "文面の公開",
    roles: ["supervisor"],
    menu: "lead",
    component: lazy(() => import("../screens/text-release/text-release.tsx")),
  },
  {
    path: "shift-notes",
    title: "申し送り",
    roles: deskStaff,
    menu: "lead",
    component: lazy(() => import("../screens/shift-notes/shift-notes.tsx")),
  },
  {
    path: "shifts",
    title: "勤務表",
    roles: deskStaff,
    menu: "lead",
    component: lazy(() => import("../screens/shifts/shifts.tsx")),
  },
  {
    path: "templates",
    title: "定型文",
    roles: ["supervisor"],
    menu: "lead",
    component: lazy(() => import("../screens/templates/templates.tsx")),
  },
  {
    path: "templates/{code}",
    title: "定型文の内容",
    roles: ["supervisor"],
    component: lazy(() => import("../screens/templates/template.tsx")),
  },
  {
    path: "proposals",
    title: "課題と改善提案",
    roles: leading,
    menu: "lead",
    component: lazy(() => import("../screens/proposals/proposals.tsx")),
  },
  {
    path: "incidents",
    title: "ハラスメントの事案",
    roles: leading,
    menu: "lead",
    component: lazy(() => import("../screens/incidents/incidents.tsx")),
  },
  {
    path: "flags",
    title: "責任者対応の印",
    roles: ["supervisor"],
    menu: "lead",
    component: lazy(() => import("../screens/flags/flags.tsx")),
  },
  {
    path: "navi-dial",
    title: "ナビダイヤルの数",
    roles: leading,
    menu: "lead",
    component: lazy(() => import("../screens/navi-dial/navi-dial.tsx")),
  },
  {
    path: "report-drafts",
    title: "報告書の承認",
    roles: leading,
    menu: "lead",
    component: lazy(() => import("../screens/report-drafts/report-drafts.tsx")),
  },
  {
    path: "programme-settings",
    title: "設定",
    roles: leading,
    menu: "lead",
    component: lazy(() => import("../screens/programme-settings/programme-settings.tsx")),
  },
  {
    path: "reports",
    title: "報告書",
    roles: ["prefecture"],
    menu: "prefecture",
    component: lazy(() => import("../screens/portal/report-list.tsx")),
  },
  {
    path: "reports/{kind}/{of}/{revision}",
    title: "報告書の内容",
    roles: ["prefecture"],
    component: lazy(() => import("../screens/portal/report-detail.tsx")),
  },
  {
    path: "questions",
    title: "照会",
    roles: ["prefecture"],
    menu: "prefecture",
    component: lazy(() => import("../screens/portal/question-list.tsx")),
  },
  {
    path: "downloads",
    title: "受け取りの記録",
    roles: ["prefecture"],
    menu: "prefecture",
    component: lazy(() => import("../screens/portal/download-log.tsx")),
  },
];

/** The screen at a path, with what its braces hold; undefined where there is none. */
export function screenAt(
  path: readonly string[],
): { readonly screen: Screen; readonly values: ScreenProps["path"] } | undefined {
  for (const screen of screens) {
    const values = valuesAt(screen.path.split("/").filter(Boolean), path);
    if (values) return { screen, values };
  }
  return undefined;
}

function valuesAt(pattern: readonly string[], path: readonly string[]): ScreenProps["path"] | undefined {
  if (pattern.length !== path.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    const given = path[index] ?? "";
    if (name !== undefined) values[name] = given;
    else if (part !== given) return undefined;
  }
  return values;
}

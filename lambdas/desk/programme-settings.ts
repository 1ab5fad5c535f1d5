import type { ShownSettings } from "../../contract/programme-settings.ts";
import { deskRoleNames } from "../../domain/desk/desk-role.ts";
import type { Category, Programme } from "../../domain/programme.ts";
import { programmeOffering } from "../../usecases/settings/offered-categories.ts";
import { programmeInForce } from "../../usecases/settings/rules-in-force.ts";
import type { TolerantSettingReading } from "../../usecases/settings/setting-changes.ts";
import type { RouteHandlers } from "./route-handler.ts";

/** What no screen changes stands in the programme's file and takes effect with a deployment. */
const byDeployment = "事業の設定ファイルで変え、配備すると変わります（インフラ担当）。";

/** What is in force today, in words, whether the programme's file says so or a supervisor; nobody changes any of it here. */
export function programmeSettingsHandlers(
  parts: Omit<TolerantSettingReading, "clock">,
): RouteHandlers<"readProgrammeSettings"> {
  return {
    async readProgrammeSettings({ at }) {
      const services = { ...parts, clock: { now: () => at } };
      const programme = await programmeInForce(services)();
      const { categories } = await programmeOffering(services)();
      return {
        answer: {
          sections: [
            openingOf(programme),
            callbackOf(programme),
            longCallsOf(programme),
            reportOf(programme),
            retentionOf(programme),
            categoriesOf(categories),
          ],
        },
      };
    },
  };
}

function openingOf({ contract, publishedNumber, hours }: Programme): ShownSettings {
  return {
    heading: "契約と受付時間",
    changedIn: `${byDeployment}特別な休業日と受付時間は「休業と受付時間」で変えられます。`,
    screen: "special-days",
    rows: [
      row("契約の期間", `${contract.from} 〜 ${contract.to}`),
      row("公表している電話番号", publishedNumber),
      row(
        "受付時間",
        `平日 ${timeOf(hours.opensAtMinute)}〜${timeOf(hours.closesAtMinute)}（祝日と年末年始を除く）`,
      ),
      row("設定にある特別な日", `${hours.specialDays.length}日`),
    ],
  };
}

function callbackOf({ callback, webForm, escalation }: Programme): ShownSettings {
  return {
    heading: "折返し架電と回答の約束",
    changedIn: `かけ直しは「設定の変更」で変えられます。ほかは、${byDeployment}`,
    screen: "settings-changes",
    rows: [
      row("折返しを案内するまでの待ち時間", `${callback.offeredAfterSeconds}秒`),
      row("折返しの期限", businessTime(callback.withinBusinessMinutes)),
      row("かけ直しの上限", `${callback.mostAttempts}回`),
      row("かけ直すまでの間隔", businessTime(callback.retryAfterBusinessMinutes)),
      row("架電の費用の見積り", `1分あたり${callback.yenPerMinute}円`),
      row("WEBフォームへの回答の期限", businessTime(webForm.answerWithinBusinessMinutes)),
      row(
        "照会した相談への回答の期限",
        `${businessTime(escalation.answerBackWithinBusinessMinutes)}（照会中を除く）`,
      ),
    ],
  };
}

function longCallsOf({ longCalls }: Programme): ShownSettings {
  return {
    heading: "長時間対応とハラスメント",
    changedIn: `通知は「設定の変更」で変えられます。印の期限は「責任者対応の印」で1件ずつ見直します。ほかは、${byDeployment}`,
    screen: "settings-changes",
    rows: [
      ...longCalls.steps.map(({ afterMinutes, tell }) =>
        row(`${afterMinutes}分を超えた電話`, `${tell.map((role) => deskRoleNames[role]).join("・")}に通知`),
      ),
      row("伝える文の段階", longCalls.ladder.map(({ name }) => name).join(" → ")),
      row("印を見直すまで", `${longCalls.reviewAfterDays}日`),
    ],
  };
}

function reportOf({ report }: Programme): ShownSettings {
  const { dueDayOfNextMonth, agreedDates = {}, targets, deliverTo, remindTo, cutOffs } = report;
  const dates = (of: Readonly<Record<string, string>>) =>
    Object.entries(of)
      .map(([month, date]) => `${month}分は ${date}`)
      .join("、") || "なし";
  return {
    heading: "報告",
    changedIn: `${byDeployment}報告書は「報告書の承認」で承認します。`,
    screen: "report-drafts",
    rows: [
      row("定例報告の提出日", `翌月${dueDayOfNextMonth}日`),
      row("別に決めた提出日", dates(agreedDates)),
      row("月の途中で締める月", dates(cutOffs)),
      row("週次一覧を出す月", report.weeklyListMonths.join("、") || "なし"),
      row("提出を知らせるメールの宛先", masked(deliverTo)),
      row("SVに知らせるメールの宛先", masked(remindTo)),
      row("受電率の目標", `${Math.round(targets.answerRate * 100)}%`),
      row("平均対応時間の目標", `${targets.handlingSeconds.join("〜")}秒`),
    ],
  };
}

function retentionOf({ retention }: Programme): ShownSettings {
  return {
    heading: "個人情報の保存期間",
    changedIn: byDeployment,
    rows: [
      row("録音", `通話から${retention.recordingDays}日`),
      row("案件と折返し架電", `契約の最後の日から${retention.daysAfterContract}日`),
      row("バックアップ", `${retention.backupsGoneBy} までに消去`),
    ],
  };
}

function categoriesOf(categories: readonly Category[]): ShownSettings {
  return {
    heading: "相談内容分類",
    changedIn: "「相談内容分類」で変えられます。",
    screen: "categories",
    rows: categories.map(({ code, name, deskOnly }) =>
      row(code, deskOnly ? `${name}（窓口だけが選べます）` : name),
    ),
  };
}

function row(name: string, value: string) {
  return { name, value };
}

function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

function businessTime(minutes: number): string {
  return minutes % 60 === 0 ? `受付時間で${minutes / 60}時間` : `受付時間で${minutes}分`;
}

/** `d•••@example.jp`: enough to tell which address it is. */
function masked(addresses: readonly string[]): string {
  return addresses.map((one) => `${one.slice(0, 1)}•••${one.slice(one.indexOf("@"))}`).join("、") || "なし";
}

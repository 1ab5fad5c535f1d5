import { glob, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Case, caseStatusNames, originNames } from "../domain/case/case.ts";
import { type PictureState, pictureStateNames } from "../domain/case/picture.ts";
import { printedReceiptNumber } from "../domain/case/receipt-number.ts";
import {
  dateAt,
  datesBetween,
  datesOfMonth,
  dayNumberOf,
  formatInstant,
  instantOfDay,
  monthAt,
  parseInstant,
  parseMonth,
} from "../domain/japan-time.ts";
import type { Manifest } from "../domain/report/contents/manifest.ts";
import { monthlyPlan } from "../domain/report/plan/report-plan.ts";
import type { Category, Programme } from "../domain/programme.ts";
import { failure, type Result, success } from "../domain/result.ts";
import { everKnown } from "../domain/settings/categories.ts";
import { parseTelephoneNumber } from "../domain/telephone-number.ts";
import { publishReport } from "../usecases/reports/publish-report.ts";
import type { KeptMail } from "./kept-mails.ts";
import type { LocalClock } from "./local-clock.ts";
import type { LocalService } from "./local-service.ts";
import { telephoneOf } from "./service-telephone.ts";
import type { Telephone } from "./telephone.ts";

/** What the first page asks for: a path's parts and the body's fields give data, or a problem in one sentence. */
export type ConsoleApi = (
  method: string,
  path: readonly string[],
  body: Readonly<Record<string, unknown>>,
) => Promise<{ readonly status: 200 | 400 | 404; readonly data: unknown }>;

/** The most that a call's time is moved by one request. */
const mostSecondsAtOnce = 3_600;

type Body = Readonly<Record<string, unknown>>;
type Routes = Readonly<Record<string, (id: string, body: Body) => Promise<Result<unknown>>>>;

/** The data behind the first page. */
export function consoleApi(service: LocalService, clock: LocalClock): ConsoleApi {
  const telephone = telephoneOf(service, clock);
  const routes: Routes = {
    ...clockRoutes(service, clock),
    ...callRoutes(telephone),
    ...recordRoutes(service, clock),
    ...reportRoutes(service, clock),
    "GET flows": async () => success(await flowPictures(service.programme.id)),
  };
  return async (method, [resource = "", id = "", action], body) => {
    const route = routes[[method, resource, action].filter(Boolean).join(" ")];
    if (!route) return missing("このページにその操作はありません。ページを読み込み直してください。");
    if (resource === "calls" && id !== "" && !telephone.has(id))
      return missing("この通話は終わっています。もう一度電話をかけてください。");
    const answer = await route(id, body);
    return answer.ok
      ? { status: 200, data: answer.value }
      : { status: 400, data: { problem: answer.problem } };
  };
}

/** The pictures of a programme's flows, as they lie in the documents; none where none have been made. */
async function flowPictures(programmeId: string) {
  const folder = join(import.meta.dirname, "..", "docs", "flows", programmeId);
  const pictures = await Array.fromAsync(glob("*.svg", { cwd: folder }), async (file) => ({
    flow: basename(file, ".svg"),
    svg: await readFile(join(folder, file), "utf8"),
  }));
  return pictures.toSorted((one, other) => (one.flow < other.flow ? -1 : 1));
}

function missing(problem: string) {
  return { status: 404, data: { problem } } as const;
}

function clockRoutes({ programme, purpose }: LocalService, clock: LocalClock): Routes {
  return {
    "GET programme": async () =>
      success({ ...programmeView(programme, clock), isTraining: purpose === "training" }),
    "PUT clock": async (_id, body) => {
      const now = parseInstant(textOf(body["now"]));
      if (!now.ok) return failure("日時を入力してください。例：2024-07-16T10:00");
      await clock.set(now.value);
      return success({ now: formatInstant(now.value) });
    },
  };
}

function callRoutes(telephone: Telephone): Routes {
  return {
    "POST calls": async (_id, body) => {
      const at = parseInstant(textOf(body["at"]));
      if (!at.ok) return failure("電話をかける日時を入力してください。例：2024-07-16T10:00");
      const from = textOf(body["from"]).trim();
      const number = from === "" ? success(undefined) : parseTelephoneNumber(from);
      return number.ok ? success(await telephone.dial(at.value, number.value)) : number;
    },
    "POST outbound-calls": async (_id, body) => {
      const at = parseInstant(textOf(body["at"]));
      if (!at.ok) return failure("電話をかける日時を入力してください。例：2024-07-16T10:00");
      const number = parseTelephoneNumber(textOf(body["to"]).trim());
      return number.ok ? telephone.callOut(at.value, number.value) : number;
    },
    "GET calls": async (id) => success(telephone.find(id)),
    "POST calls press": async (id, body) => {
      const key = textOf(body["key"]);
      return /^[0-9*#]$/.test(key)
        ? telephone.press(id, key)
        : failure("押せるのは0から9、*、#のうちの1つです。");
    },
    "GET operators": async (id) => success(telephone.callOf(id) ?? {}),
    "POST calls answer": (id) => telephone.answer(id),
    "POST calls hold": (id) => telephone.hold(id),
    "POST calls resume": (id) => telephone.resume(id),
    "POST calls transfer": (id, body) =>
      telephone.transfer(id, body["to"] === "supervisor" ? "supervisor" : "leader"),
    "POST calls advance": async (id, body) => {
      const seconds = Number(body["seconds"]);
      return seconds >= 0 && seconds <= mostSecondsAtOnce
        ? telephone.advance(id, seconds)
        : failure(`進める秒数は0から${mostSecondsAtOnce}までです。`);
    },
    "POST calls next": (id) => telephone.advanceToNext(id),
    "POST calls hang-up": (id, body) =>
      telephone.hangUp(id, body["by"] === "operator" ? "operator" : "caller"),
  };
}

/** Cases, mails and parked work, as they are kept. */
function recordRoutes({ programme, stores, cloud }: LocalService, clock: LocalClock): Routes {
  const viewOf = async (categories: readonly Category[], one: Case) => {
    const states = (one.pictures ?? []).map((picture) => stores.pictures.state(picture));
    return caseView(categories, one, await Promise.all(states));
  };
  return {
    "GET cases": async (_id, body) => {
      const month = parseMonth(textOf(body["month"]));
      if (!month.ok) return failure("月を選んでください。");
      const { from, to } = datesOfMonth(month.value);
      const days = datesBetween(from, to).map((date) => stores.cases.ofDay(programme.id, date));
      const cases = (await Promise.all(days))
        .flat()
        .toSorted((one, other) => one.receivedAt - other.receivedAt);
      const changes = await stores.settingChanges.all(programme.id);
      const categories = everKnown(programme.categories, changes, dateAt(clock.now()));
      return success(await Promise.all(cases.map((one) => viewOf(categories, one))));
    },
    "GET mails": async () => success((await cloud.mails()).map(mailView)),
    "GET parked": async () => {
      const parked = await stores.parked.all(programme.id);
      return success(
        parked.map(({ source, reason, parkedAt }) => ({ source, reason, parkedAt: formatInstant(parkedAt) })),
      );
    },
  };
}

function reportRoutes({ programme, stores }: LocalService, clock: LocalClock): Routes {
  return {
    "GET reports": async () => {
      const manifests = await stores.reports.all(programme.id);
      return success(manifests.toSorted(latestFirst).map(reportView));
    },
    "POST reports": async (_id, body) => {
      const month = parseMonth(textOf(body["month"]));
      if (!month.ok) return failure("月を選んでください。");
      const plan = monthlyPlan(programme, month.value);
      if (!plan.ok) return failure("契約期間の月を選んでください。");
      const { report, revision } = await publishReport({ ...stores, clock })(plan.value);
      return success({ report, revision });
    },
  };
}

function mailView({ receivedAt, destination, subject, body }: KeptMail) {
  return { at: formatInstant(receivedAt), to: destination.to.join(", "), subject, text: body.text ?? "" };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function programmeView(programme: Programme, clock: LocalClock) {
  const { id, name, deskName, publishedNumber, contract } = programme;
  const months = new Set(
    datesBetween(contract.from, contract.to).map((date) => monthAt(instantOfDay(dayNumberOf(date)))),
  );
  return { id, name, deskName, publishedNumber, months: [...months], now: formatInstant(clock.now()) };
}

function caseView(categories: readonly Category[], one: Case, pictures: readonly PictureState[]) {
  return {
    receiptNumber: printedReceiptNumber(one.receiptNumber),
    receivedAt: formatInstant(one.receivedAt),
    channel: originNames[one.origin.kind],
    category: categories.find(({ code }) => code === one.category)?.name ?? "未分類",
    status: caseStatusNames[one.status],
    ...(one.dueAt !== undefined && { dueAt: formatInstant(one.dueAt) }),
    ...(pictures.length > 0 && { pictures: pictures.map((state) => pictureStateNames[state]) }),
  };
}

function reportView({ report, revision, figures, files }: Manifest) {
  const href = (name: string) => `/reports/${report}/${revision}/${encodeURIComponent(name)}`;
  const names = [...files.map(({ name }) => name), "manifest.json"];
  return { report, revision, figures, files: names.map((name) => ({ name, href: href(name) })) };
}

function latestFirst(one: Manifest, other: Manifest): number {
  if (one.report !== other.report) return one.report < other.report ? 1 : -1;
  return other.revision - one.revision;
}

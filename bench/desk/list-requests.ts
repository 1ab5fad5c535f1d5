import { type RouteName, routes } from "../../contract/routes.ts";
import type { DeskRole } from "../../domain/desk/desk-role.ts";
import { dateOfDay, dayNumberOf } from "../../domain/japan-time.ts";
import type { Landmarks } from "./fill-store.ts";
import { today } from "./history.ts";

/** One list or search, as a screen asks for its first page. */
export interface ListRequest {
  readonly route: RouteName;
  /** What is asked for, where a route has several lists. */
  readonly view: string;
  readonly as: DeskRole;
  readonly path: Readonly<Record<string, string>>;
  readonly request: Readonly<Record<string, unknown>>;
  /** Where the rows stand in the answer; a search that finds one thing has none. */
  readonly rows: string | undefined;
}

/** What a route lists or searches, by view. */
type Listed = Readonly<
  Record<
    string,
    {
      readonly path?: Readonly<Record<string, string>>;
      readonly request?: Readonly<Record<string, unknown>>;
      readonly rows?: string;
    }
  >
>;

/** Why a route is neither list nor search. */
type NotListed =
  /** It shows the settings of the programme, or one thing that is in force. */
  | "settings"
  /** It reads what is named in its path, and nothing beside it. */
  | "one thing"
  /** It changes something. */
  | "changes";

/** Pages as long as the API lets a screen ask for. */
const longest = "100";

const weekEarlier = dateOfDay(dayNumberOf(today) - 7);

/** Every route of the contract: what it lists or searches, or why it does neither. */
function everyRoute(at: Landmarks): Readonly<Record<RouteName, Listed | NotListed>> {
  const receiptNumber = { receiptNumber: at.receiptNumber };
  const contact = { contactId: at.contactId };
  return {
    readMe: "settings",
    listCases: {
      "that owe an answer": { request: { view: "open", limit: longest }, rows: "cases" },
      "of a day": { request: { view: "day", date: today, limit: longest }, rows: "cases" },
    },
    readCase: { "by receipt number": { path: receiptNumber } },
    findCasesOfNumber: { "by telephone number": { request: { number: searchedNumber }, rows: "cases" } },
    writeCase: "changes",
    changeStatus: "changes",
    keepTypedText: "changes",
    readTypedText: "one thing",
    clearTypedText: "changes",
    watchCase: "one thing",
    escalateCase: "changes",
    enterEscalationAnswer: "changes",
    tellInquirer: "changes",
    answerInquiry: "changes",
    searchFaq: { "by words": { request: { text: "歩数が反映されない" }, rows: "hits" } },
    useFaq: "changes",
    listTextsToRelease: { "of the month": { request: { from: today }, rows: "texts" } },
    releaseText: "changes",
    readCallGuide: "settings",
    readCall: { "by call": { path: contact } },
    readCaller: { "by call": { path: contact, rows: "earlier" } },
    suspectHarassment: "changes",
    askAccommodation: "changes",
    sayStep: "changes",
    endCall: "changes",
    noteAftercare: "changes",
    listCallbacks: { "that are open": { rows: "rows" } },
    readCallbackNumber: { "by receipt number": { path: { receiptNumber: at.awaitingNumber } } },
    attemptCallback: "changes",
    closeCallback: "changes",
    promiseCallback: "changes",
    readRegistrationForm: "settings",
    listRegistrations: { "of a case": { path: { receiptNumber: at.registeredNumber }, rows: "entries" } },
    logRegistration: "changes",
    listDeletions: { "to decide": { rows: "waiting" } },
    decideDeletion: "changes",
    readBoard: { "the board": { rows: "alerts" } },
    seeAlert: "changes",
    readAnnouncement: "settings",
    setAnnouncement: "changes",
    endAnnouncement: "changes",
    listSpecialDays: { "from today on": { rows: "days" } },
    previewSpecialDays: "changes",
    enterSpecialDays: "changes",
    listShiftNotes: { "of a week": { request: { from: weekEarlier }, rows: "notes" } },
    writeShiftNote: "changes",
    listShifts: { "of a month": { request: { from: `${today.slice(0, 7)}-01`, to: today }, rows: "days" } },
    planShift: "changes",
    cancelShift: "changes",
    listProposals: { "of all time": { rows: "proposals" } },
    addProposal: "changes",
    setProposalState: "changes",
    listIncidents: { "of all time": { rows: "incidents" } },
    reviewIncident: "changes",
    listReportDrafts: { "of the contract": { rows: "reports" } },
    readReportDraft: "one thing",
    readReportDraftFile: "one thing",
    approveReport: "changes",
    listReports: { "of the contract": { rows: "reports" } },
    readReport: "one thing",
    takeReport: "changes",
    readReportPiece: "one thing",
    listQuestions: {
      "that are open": { request: { view: "open" }, rows: "questions" },
      "that are answered": { request: { view: "answered" }, rows: "questions" },
    },
    answerQuestion: "changes",
    listDownloads: { "of all time": { rows: "downloads" } },
  };
}

/** The number of the person who has many cases, as an operator writes it. */
export const searchedNumber = "090-1234-5678";

/**
 * Every list and every search of the contract. Throws where a route is not told apart here: a new one is either measured, or
 * said to be neither.
 */
export function listRequests(at: Landmarks): ListRequest[] {
  const known: Readonly<Record<string, Listed | NotListed | undefined>> = everyRoute(at);
  return (Object.keys(routes) as RouteName[]).flatMap((route) => {
    const listed = known[route];
    if (listed === undefined)
      throw new Error(`Say in everyRoute what ${route} lists or searches, or why it does neither.`);
    if (typeof listed === "string") return [];
    const [as = "operator"] = routes[route].roles;
    return Object.entries(listed).map(([view, { path = {}, request = {}, rows }]) => ({
      route,
      view,
      as,
      path,
      request,
      rows,
    }));
  });
}

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
  /** Only a service for training answers it, and that keeps no desk's cases (decision 0025). */
  | "training"
  /** It changes something. */
  | "changes";

/** Pages as long as the API lets a screen ask for. */
const longest = "100";

const weekEarlier = dateOfDay(dayNumberOf(today) - 7);

/** The routes that are neither list nor search. */
const notListed = {
  readMe: "settings",
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
  useFaq: "changes",
  releaseText: "changes",
  readCallGuide: "settings",
  speakInCall: "changes",
  suspectHarassment: "changes",
  askAccommodation: "changes",
  sayStep: "changes",
  endCall: "changes",
  noteAftercare: "changes",
  attemptCallback: "changes",
  closeCallback: "changes",
  promiseCallback: "changes",
  readRegistrationForm: "settings",
  logRegistration: "changes",
  decideDeletion: "changes",
  seeAlert: "changes",
  readAnnouncement: "settings",
  setAnnouncement: "changes",
  endAnnouncement: "changes",
  previewSpecialDays: "changes",
  enterSpecialDays: "changes",
  writeShiftNote: "changes",
  planShift: "changes",
  cancelShift: "changes",
  addProposal: "changes",
  setProposalState: "changes",
  reviewIncident: "changes",
  readReportDraft: "one thing",
  readReportDraftFile: "one thing",
  approveReport: "changes",
  readReport: "one thing",
  takeReport: "changes",
  readReportPiece: "one thing",
  answerQuestion: "changes",
  readPicture: "one thing",
  handOverCase: "changes",
  makeFaqDraft: "changes",
  writeFaqDraft: "changes",
  decideFaqDraft: "changes",
  changeCategory: "changes",
  changeLongCallSteps: "changes",
  changeCallbackRetry: "changes",
  readTemplate: "one thing",
  writeTemplate: "changes",
  retireTemplate: "changes",
  flagPerson: "changes",
  decideFlag: "changes",
  enterNaviDial: "changes",
  readProgrammeSettings: "settings",
  readTrainingRoom: "training",
  beginTraining: "training",
  readTrainingUnderWay: "training",
  readTraining: "training",
  actInTraining: "training",
  endTraining: "training",
} as const satisfies Partial<Record<RouteName, NotListed>>;

/** What the others list or search; together they are every route of the contract. */
function listsAt(at: Landmarks): Readonly<Record<Exclude<RouteName, keyof typeof notListed>, Listed>> {
  const receiptNumber = { receiptNumber: at.receiptNumber };
  const contact = { contactId: at.contactId };
  return {
    listCases: {
      "in one's own hand": { request: { view: "mine", limit: longest }, rows: "cases" },
      "that owe an answer": { request: { view: "open", limit: longest }, rows: "cases" },
      "of a day": { request: { view: "day", date: today, limit: longest }, rows: "cases" },
    },
    readCase: { "by receipt number": { path: receiptNumber } },
    findCasesOfNumber: { "by telephone number": { request: { number: searchedNumber }, rows: "cases" } },
    searchFaq: { "by words": { request: { text: "歩数が反映されない" }, rows: "hits" } },
    listFaqDrafts: { "for the FAQ": { rows: "drafts" } },
    listTextsToRelease: { "of the month": { request: { from: today }, rows: "texts" } },
    readCall: { "by call": { path: contact } },
    readCaller: { "by call": { path: contact, rows: "earlier" } },
    listCallbacks: { "that are open": { rows: "rows" } },
    readCallbackNumber: { "by receipt number": { path: { receiptNumber: at.awaitingNumber } } },
    listRegistrations: { "of a case": { path: { receiptNumber: at.registeredNumber }, rows: "entries" } },
    listDeletions: { "to decide": { rows: "waiting" } },
    readBoard: { "the board": { rows: "alerts" } },
    listSpecialDays: { "from today on": { rows: "days" } },
    listEnteredDays: { "entered last": { rows: "entered" } },
    listSaidAnnouncements: { "said last": { rows: "said" } },
    listCategories: { "with their changes": { rows: "categories" } },
    listSettingsChanges: { "of the rules": { rows: "history" } },
    listTemplates: { "in use": { rows: "templates" } },
    listNaviDial: { "of each month": { rows: "months" } },
    listShiftNotes: { "of a week": { request: { from: weekEarlier }, rows: "notes" } },
    listShifts: { "of a month": { request: { from: `${today.slice(0, 7)}-01`, to: today }, rows: "days" } },
    listProposals: { "of all time": { rows: "proposals" } },
    listFlags: { "by review": { rows: "flags" } },
    listIncidents: { "of all time": { rows: "incidents" } },
    listReportDrafts: { "of the contract": { rows: "reports" } },
    listReports: { "of the contract": { rows: "reports" } },
    listQuestions: {
      "that are open": { request: { view: "open" }, rows: "questions" },
      "that are answered": { request: { view: "answered" }, rows: "questions" },
    },
    listDownloads: { "of all time": { rows: "downloads" } },
  };
}

/** The number of the person who has many cases, as an operator writes it. */
const searchedNumber = "090-1234-5678";

/**
 * Every list and every search of the contract. Throws where a route is not told apart here: a new one is either measured, or
 * said to be neither.
 */
export function listRequests(at: Landmarks): ListRequest[] {
  const known: Readonly<Record<string, Listed | NotListed | undefined>> = { ...notListed, ...listsAt(at) };
  return (Object.keys(routes) as RouteName[]).flatMap((route) => {
    const listed = known[route];
    if (listed === undefined)
      throw new Error(
        `Say in bench/desk/list-requests.ts what ${route} lists or searches, or why it does neither.`,
      );
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

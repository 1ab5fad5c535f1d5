import type { Case } from "../../domain/case/case.ts";
import { openCaseOf, urgencyOf } from "../../domain/case/owner.ts";
import { questionsOf } from "../../domain/case/questions.ts";
import { dateAt } from "../../domain/japan-time.ts";
import type { CaseStore, OpenPlace, ReceivedPlace } from "../../usecases/ports/cases.ts";

export function memoryCases(): CaseStore {
  const kept = new Map<string, Case>();
  const idOf = (one: Pick<Case, "programme" | "receiptNumber">) => `${one.programme}#${one.receiptNumber}`;
  const ofProgramme = (programme: string) => [...kept.values()].filter((one) => one.programme === programme);
  return {
    open: async (opened) => {
      const holder = kept.get(idOf(opened));
      if (!holder) kept.set(idOf(opened), opened);
      return holder;
    },
    find: async (programme, receiptNumber) => kept.get(idOf({ programme, receiptNumber })),
    update: async (changed) => {
      if (kept.get(idOf(changed))?.version !== changed.version - 1) return false;
      kept.set(idOf(changed), changed);
      return true;
    },
    ofDay: async (programme, date) =>
      ofProgramme(programme)
        .filter((one) => dateAt(one.receivedAt) === date)
        .sort((one, other) => (one.receiptNumber < other.receiptNumber ? -1 : 1)),
    due: async (programme, until) =>
      ofProgramme(programme)
        .flatMap(({ receiptNumber, dueAt, status }) =>
          dueAt === undefined || dueAt > until || status === "closed" ? [] : [{ receiptNumber, dueAt }],
        )
        .sort((one, other) => one.dueAt - other.dueAt),
    owing: async (programme) =>
      ofProgramme(programme)
        .filter(({ owed = [] }) => owed.length > 0)
        .map(({ receiptNumber, receivedAt }) => ({ receiptNumber, receivedAt }))
        .sort((one, other) => one.receivedAt - other.receivedAt),
    openPage: async (programme, page) =>
      urgentPageOf(
        ofProgramme(programme).filter(({ dueAt, status }) => dueAt !== undefined && status !== "closed"),
        page,
      ),
    ownedPage: async (programme, owner, page) =>
      urgentPageOf(
        ofProgramme(programme).filter((one) => openCaseOf(one) === owner),
        page,
      ),
    pageOfDay: async (programme, date, { limit, after = "" }) => {
      const ofDay = ofProgramme(programme)
        .filter((one) => dateAt(one.receivedAt) === date && one.receiptNumber > after)
        .sort((one, other) => (one.receiptNumber < other.receiptNumber ? -1 : 1));
      const { shown: cases, last } = pageOf(ofDay, limit);
      return { cases, ...(last && { next: last.receiptNumber }) };
    },
    questionPage: async (programme, questions, page) =>
      receivedPageOf(
        ofProgramme(programme).filter((one) => questionsOf(one) === questions),
        questions === "open" ? 1 : -1,
        page,
      ),
    personPage: async (programme, personKey, page) =>
      receivedPageOf(
        ofProgramme(programme).filter((one) => one.personKey === personKey),
        -1,
        page,
      ),
  };
}

function urgentPageOf(
  found: readonly Case[],
  { limit, after }: Parameters<CaseStore["openPage"]>[1],
): Awaited<ReturnType<CaseStore["openPage"]>> {
  const rest = found
    .map((one) => {
      const { receiptNumber, receivedAt } = one;
      return { one, place: { dueAt: urgencyOf(one), receiptNumber, received: dateAt(receivedAt) } };
    })
    .sort((one, other) => inOrderOfUrgency(one.place, other.place))
    .filter(({ place }) => after === undefined || inOrderOfUrgency(after, place) < 0);
  const { shown, last } = pageOf(rest, limit);
  return { cases: shown.map(({ one }) => one), ...(last && { next: last.place }) };
}

function receivedPageOf(
  found: readonly Case[],
  direction: 1 | -1,
  { limit, after }: Parameters<CaseStore["questionPage"]>[2],
): Awaited<ReturnType<CaseStore["questionPage"]>> {
  const inOrder = (one: ReceivedPlace, other: ReceivedPlace) =>
    direction *
    (one.receivedAt - other.receivedAt || Number(one.receiptNumber) - Number(other.receiptNumber));
  const rest = found.toSorted(inOrder).filter((one) => after === undefined || inOrder(after, one) < 0);
  const { shown: cases, last } = pageOf(rest, limit);
  return {
    cases,
    ...(last && { next: { receivedAt: last.receivedAt, receiptNumber: last.receiptNumber } }),
  };
}

/** What a page shows of all that is left, and the last of it where there is another page. */
function pageOf<One>(rest: readonly One[], limit: number): { shown: One[]; last: One | undefined } {
  const shown = rest.slice(0, limit);
  return { shown, last: rest.length > limit ? shown.at(-1) : undefined };
}

function inOrderOfUrgency(one: OpenPlace, other: OpenPlace): number {
  return one.dueAt - other.dueAt || (one.receiptNumber < other.receiptNumber ? -1 : 1);
}

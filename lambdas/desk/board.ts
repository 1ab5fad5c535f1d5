import type { Board } from "../../contract/board.ts";
import { type CallAlert, callAlerts } from "../../domain/long-call/long-call.ts";
import { figureDefinitions } from "../../domain/report/figures/figures.ts";
import { seeAlert } from "../../usecases/calls/alert-long-calls.ts";
import { type BoardNow, type BoardServices, lookAtBoard } from "../../usecases/desk/look-at-board.ts";
import { programmeInForce } from "../../usecases/settings/rules-in-force.ts";
import type { RouteHandlers } from "./route-handler.ts";

/** Of written inquiries, so many are shown; the rest are in their list. */
const writtenShown = 5;

/** How the desk stands, for its leaders and supervisors. */
export function boardHandlers(
  services: Omit<BoardServices, "clock">,
): RouteHandlers<"readBoard" | "seeAlert"> {
  const { programme, alerts } = services;
  return {
    async readBoard({ at }) {
      const atThatTime = { ...services, clock: { now: () => at } };
      const [now, { longCalls }] = await Promise.all([
        lookAtBoard(atThatTime)(),
        programmeInForce(atThatTime)(),
      ]);
      const steps = longCalls.steps.map(({ afterMinutes }) => afterMinutes);
      return { answer: { ...countsOf(now), ...listsOf(now, steps) } };
    },
    async seeAlert({ request: { id }, by, at }) {
      const seen = await seeAlert({ programme, alerts, clock: { now: () => at } })(id, by.staff);
      if (!seen.ok) return { refused: "not-found", problem: seen.problem };
      const { seenBy = by.staff, seenAt = at } = seen.value;
      return { answer: { seenBy, seenAt } };
    },
  };
}

function countsOf({
  at,
  nextOpening,
  figures,
  queue,
}: BoardNow): Pick<Board, "now" | "isOpen" | "nextOpening" | "answering" | "queue"> {
  const { offered, answered, answerRate } = figures;
  return {
    now: at,
    isOpen: nextOpening === undefined,
    ...(nextOpening !== undefined && { nextOpening }),
    answering: { offered, answered, answerRate, definition: figureDefinitions.answerRate },
    ...(queue && { queue: { ...queue } }),
  };
}

function listsOf(
  { at, talking, callbacks, written, alerts }: BoardNow,
  steps: readonly number[],
): Pick<Board, "talking" | "callbacks" | "written" | "alerts"> {
  const owed = written.cases.flatMap(({ receiptNumber, dueAt }) =>
    dueAt === undefined ? [] : [{ receiptNumber, dueAt }],
  );
  return {
    talking: talking.map(({ contactId, staff, since, minutes }) => {
      const stepMinutes = steps.findLast((step) => step <= minutes);
      return {
        contactId,
        ...(staff !== undefined && { staff }),
        since,
        minutes,
        ...(stepMinutes !== undefined && { stepMinutes }),
      };
    }),
    callbacks: {
      open: callbacks.open,
      overdue: callbacks.overdue,
      isMore: callbacks.isMore,
      next: callbacks.next.map(({ case: kept, dueAt, attempts }) => ({
        dueAt,
        attempts: attempts.length,
        ...(kept && { receiptNumber: kept.receiptNumber }),
      })),
    },
    written: {
      open: owed.length,
      overdue: owed.filter(({ dueAt }) => dueAt < at).length,
      isMore: written.isMore,
      next: owed.slice(0, writtenShown),
    },
    alerts: alerts.map(shownAlert),
  };
}

function shownAlert(alert: CallAlert): Board["alerts"][number] {
  const { contactId, about, afterMinutes, role, reachedAt, seenBy, seenAt } = alert;
  return {
    id: callAlerts.idOf(alert),
    contactId,
    about,
    afterMinutes,
    role,
    reachedAt,
    ...(seenBy !== undefined && { seenBy }),
    ...(seenAt !== undefined && { seenAt }),
  };
}

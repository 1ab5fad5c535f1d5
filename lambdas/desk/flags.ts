import type { ShownFlag } from "../../contract/flags.ts";
import {
  type Flag,
  type FlagEvent,
  flagReasonNames,
  flagVersion,
  reviewOf,
} from "../../domain/incident/flag.ts";
import {
  dateAt,
  dayNumberOf,
  type Instant,
  instantOfDay,
  type JapaneseDate,
} from "../../domain/japan-time.ts";
import { type FlagReviewServices, isDue, listFlags, reviewFlag } from "../../usecases/calls/review-flag.ts";
import type { Refused, RouteHandlers } from "./route-handler.ts";

const sentences: Readonly<Record<FlagEvent["what"], string>> = {
  put: "印を付けた",
  kept: "続けると決めた",
  ended: "終えた",
};

/** The flags of persons whose calls go to a supervisor, and what a supervisor decides of each. */
export function flagHandlers(
  parts: Omit<FlagReviewServices, "clock">,
): RouteHandlers<"listFlags" | "decideFlag"> {
  const { programme, flags, incidents } = parts;

  async function shown(flag: Flag, now: Instant): Promise<ShownFlag> {
    const { personKey, reason, since, until, incident: contactId, history = [] } = flag;
    const incident = contactId === undefined ? undefined : await incidents.find(programme.id, contactId);
    return {
      person: personKey,
      version: flagVersion(flag),
      reason: flagReasonNames[reason],
      ...(since !== undefined && { since }),
      until,
      reviewAt: reviewOf(flag),
      state: until <= now ? "ended" : isDue(flag, now) ? "due" : "in-force",
      ...(contactId !== undefined && {
        incident: {
          contactId,
          ...(incident?.receiptNumber !== undefined && { receiptNumber: incident.receiptNumber }),
        },
      }),
      history: history.map((event) => ({
        at: event.at,
        by: event.by,
        sentence: inWords(event),
        ...(event.note !== undefined && { note: event.note }),
      })),
    };
  }

  return {
    async listFlags({ at }) {
      const all = await Promise.all((await listFlags(parts)()).map((flag) => shown(flag, at)));
      return {
        answer: {
          now: at,
          flags: all.filter(({ state }) => state !== "ended"),
          ended: all.filter(({ state }) => state === "ended").sort((one, other) => other.until - one.until),
          reviewAfterDays: programme.longCalls.reviewAfterDays,
        },
        about: all.flatMap(({ incident }) => incident?.receiptNumber ?? []),
      };
    },
    async decideFlag({ request, by: { staff }, at }) {
      const { person, baseVersion, note } = request;
      const wrong = request.decision === "keep" ? wrongDates(request, at) : undefined;
      if (wrong) return wrong;
      const decision =
        request.decision === "end"
          ? "end"
          : { until: endOf(request.lastDate), reviewAt: startOf(request.reviewDate) };
      // The route is a supervisor's.
      const decided = { staff, role: "supervisor", baseVersion, decision, note } as const;
      const reviewed = await reviewFlag({ ...parts, clock: { now: () => at } })(person, decided);
      if (reviewed.ok) {
        const answer = await shown(reviewed.value, at);
        return { answer, about: answer.incident?.receiptNumber ? [answer.incident.receiptNumber] : [] };
      }
      const kept = await flags.find(programme.id, person);
      if (!kept) return { refused: "not-found", problem: reviewed.problem };
      const version = flagVersion(kept);
      return version === baseVersion
        ? { refused: "wrong", problem: reviewed.problem }
        : { refused: "conflict", version, problem: reviewed.problem };
    },
  };
}

/** A flag that is put or kept holds up to the end of its last day. */
export function endOf(lastDate: JapaneseDate): Instant {
  return instantOfDay(dayNumberOf(lastDate) + 1);
}

function startOf(date: JapaneseDate): Instant {
  return instantOfDay(dayNumberOf(date));
}

/** What is wrong with the last day of a flag. The use case says it in the words of the command line. */
export function wrongLastDate(lastDate: JapaneseDate, at: Instant): Refused | undefined {
  if (endOf(lastDate) <= at)
    return {
      refused: "wrong",
      field: "lastDate",
      problem: "過ぎた日です。今日からあとの日を選んでください。",
    };
  const latest = dayNumberOf(dateAt(at)) + 365;
  return dayNumberOf(lastDate) > latest
    ? { refused: "wrong", field: "lastDate", problem: "長くても1年です。1年以内の日を選んでください。" }
    : undefined;
}

function wrongDates(
  { lastDate, reviewDate }: { readonly lastDate: JapaneseDate; readonly reviewDate: JapaneseDate },
  at: Instant,
): Refused | undefined {
  const wrong = wrongLastDate(lastDate, at);
  if (wrong) return wrong;
  return startOf(reviewDate) <= at || reviewDate > lastDate
    ? {
        refused: "wrong",
        field: "reviewDate",
        problem: "見直す日は、明日から、続ける最後の日までの間で選んでください。",
      }
    : undefined;
}

function inWords({ what, until }: FlagEvent): string {
  return what === "ended" ? sentences[what] : `${sentences[what]}（${dateAt(until - 1)} まで）`;
}

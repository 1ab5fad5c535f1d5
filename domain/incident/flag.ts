import { type Instant, millisPerDay } from "../japan-time.ts";

/** Long complaints, harassment, or a matter that a supervisor has taken over. */
export type FlagReason = "long-complaint" | "harassment" | "supervisor-matter";

/** Why a person's calls go to a supervisor: the only words about it that are kept. */
export const flagReasonNames: Readonly<Record<FlagReason, string>> = {
  "long-complaint": "長時間の苦情",
  harassment: "カスタマーハラスメント",
  "supervisor-matter": "SVが対応中",
};

/** What a supervisor decided of a flag. */
export interface FlagEvent {
  readonly at: Instant;
  /** A staff code. */
  readonly by: string;
  readonly what: "put" | "kept" | "ended";
  /** As it was decided then. */
  readonly until: Instant;
  /** Why: about our own people and rules, not about the person. */
  readonly note?: string;
}

/** 責任者対応の印: a person's calls go to a supervisor until a time, for a reason that is a code (R83, R84). */
export interface Flag {
  readonly personKey: string;
  /** The first instant at which it no longer holds. */
  readonly until: Instant;
  readonly reason: FlagReason;
  /** When a supervisor looks at it again, so that nobody is forgotten. @default when it ends */
  readonly reviewAt?: Instant;
  /** Since when it holds without a break. Absent in flags of before this was kept. */
  readonly since?: Instant;
  /** The first contact of the call whose incident it came from. */
  readonly incident?: string;
  /** What was decided of it, the earliest first; only ever added to. */
  readonly history?: readonly FlagEvent[];
}

/** Who decides, when, and why. */
type Decided = Pick<FlagEvent, "at" | "by" | "note">;

/** So long an ended flag stays, for what was decided of it; by then nobody asks about it any more (a rule of ours). */
const keptDaysAfterEnd = 365;

/** How often it was decided of: whoever decides next says which they have seen. */
export function flagVersion({ history = [] }: Pick<Flag, "history">): number {
  return history.length;
}

/** When a supervisor is to look at it. */
export function reviewOf({ reviewAt, until }: Flag): Instant {
  return reviewAt ?? until;
}

/** When it goes by itself: at its end, or where a supervisor has ended it, a year later. */
export function flagExpiresAt({ until, history = [] }: Flag): Instant {
  return history.at(-1)?.what === "ended" ? until + keptDaysAfterEnd * millisPerDay : until;
}

/** A flag as it is put on a person who may have had one; what was decided of that one stays. */
export function putFlag(
  before: Flag | undefined,
  wanted: Pick<Flag, "personKey" | "until" | "reason" | "reviewAt" | "incident">,
  decided: Decided,
): Flag {
  const holds = before !== undefined && decided.at < before.until;
  return {
    ...wanted,
    since: (holds ? before.since : undefined) ?? decided.at,
    history: [...(before?.history ?? []), { ...decided, what: "put", until: wanted.until }],
  };
}

/** The same flag until another time. */
export function keptFlag(
  flag: Flag,
  { until, reviewAt }: { readonly until: Instant; readonly reviewAt: Instant },
  decided: Decided,
): Flag {
  return {
    ...flag,
    until,
    reviewAt,
    history: [...(flag.history ?? []), { ...decided, what: "kept", until }],
  };
}

/** The same flag, which holds no more. */
export function endedFlag({ reviewAt: _review, ...flag }: Flag, decided: Decided): Flag {
  const until = decided.at;
  return { ...flag, until, history: [...(flag.history ?? []), { ...decided, what: "ended", until }] };
}

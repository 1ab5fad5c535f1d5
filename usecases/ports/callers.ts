import type { Callback } from "../../domain/callback/callback.ts";
import type { Flag } from "../../domain/incident/flag.ts";
import type { Instant } from "../../domain/japan-time.ts";

/** 緊急案内: what every caller is told first, until a supervisor's end time (R79). */
export interface Announcement {
  readonly text: string;
  /** The first instant at which it is no longer said. */
  readonly until: Instant;
}

export interface AnnouncementStore {
  /** The announcement that was set last; it may have ended. */
  find(programme: string): Promise<Announcement | undefined>;
  /** Sets the one announcement of a programme; an earlier one is replaced. */
  set(programme: string, announcement: Announcement): Promise<void>;
  clear(programme: string): Promise<void>;
}

export interface FlagStore {
  /** The flag that was added last for a person; it may have ended. */
  find(programme: string, personKey: string): Promise<Flag | undefined>;
  /** Flags a person; an earlier flag of the same person is replaced. */
  add(programme: string, flag: Flag): Promise<void>;
  /** Replaces a flag by one whose history is longer by one decision. Answers false where somebody else decided first. */
  update(programme: string, changed: Flag): Promise<boolean>;
  remove(programme: string, personKey: string): Promise<void>;
  /** Every flag of a programme, those included that have ended and are not gone yet. */
  all(programme: string): Promise<Flag[]>;
}

/** Open call backs. A person has at most one. */
export interface CallbackStore {
  /** Keeps a call back and answers undefined; where its person has an open one already, answers that one. */
  keep(callback: Callback): Promise<Callback | undefined>;
  /** The open call back of a person. */
  find(programme: string, personKey: string): Promise<Callback | undefined>;
  /**
   * A page of the open ones, the most urgent first: at most `limit` of them, from behind the place where the page before ended.
   * What it costs does not grow with how many there are. It may take a moment to show a write.
   */
  page(
    programme: string,
    page: {
      readonly limit: number;
      readonly after?: CallbackPlace;
      /** Nothing that is due before. @default everything */
      readonly from?: Instant;
    },
  ): Promise<{ readonly callbacks: readonly Callback[]; readonly next?: CallbackPlace }>;
  /** When the most urgent ones are due, in that order; at most `limit` of them. */
  dueTimes(programme: string, limit: number): Promise<readonly Instant[]>;
  /** Closes a call back: it is gone, its number with it. One that is closed already, or followed by another, is left. */
  close(callback: Callback): Promise<void>;
}

/** Where a page of call backs ends: behind this one. */
export interface CallbackPlace {
  readonly dueAt: Instant;
  readonly personKey: string;
}

/** Turns a telephone number into the key under which a person's work is found (docs/architecture.md, rule 7). */
export interface PersonKeys {
  /** `number` in E.164. */
  keyOf(programme: string, number: string): Promise<string>;
}

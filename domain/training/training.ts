import type { EntryKind } from "../entry-kind.ts";
import type { Instant } from "../japan-time.ts";
import type { TrainingEvent } from "./dialogue.ts";
import type { TrainingOutcome } from "./judge.ts";

/** 研修の記録: somebody has taken the call of a script, and how it went. It holds nobody's data: the caller is invented. */
export interface Training {
  /** The first contact of the call. */
  readonly contactId: string;
  /** The id of the script. */
  readonly script: string;
  /** Who trains: a staff code. */
  readonly staff: string;
  /** When it was made, by the time outside. */
  readonly madeAt: Instant;
  /** When its call came, by the time that the service has; so are the times of its events. */
  readonly startedAt: Instant;
  readonly events: readonly TrainingEvent[];
  /** How it went, as it was looked at last; absent until the trainee has ended it. */
  readonly judgement?: TrainingJudgement;
  readonly version: number;
}

interface TrainingJudgement {
  /** When the trainee ended it first; what they mend afterwards takes none of that time. */
  readonly endedAt: Instant;
  /** When it was looked at last. */
  readonly judgedAt: Instant;
  readonly outcomes: readonly TrainingOutcome[];
}

export const trainings: EntryKind<Training> = { kind: "training", idOf: ({ contactId }) => contactId };

/** A training that begins. */
export function trainingBegun(
  begun: Pick<Training, "contactId" | "script" | "staff" | "madeAt" | "startedAt">,
): Training {
  return { ...begun, events: [], version: 1 };
}

/** The next version of a training in which the trainee did something. */
export function trainingWent(kept: Training, event: TrainingEvent): Training {
  return { ...kept, events: [...kept.events, event], version: kept.version + 1 };
}

/** The next version of a training that was looked at; its end stays where it was. */
export function trainingJudged(
  kept: Training,
  judgedAt: Instant,
  outcomes: readonly TrainingOutcome[],
): Training {
  const endedAt = kept.judgement?.endedAt ?? judgedAt;
  return { ...kept, judgement: { endedAt, judgedAt, outcomes }, version: kept.version + 1 };
}

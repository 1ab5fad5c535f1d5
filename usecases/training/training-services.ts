import type { Case } from "../../domain/case/case.ts";
import type { ArrivedCaller } from "../../domain/contact/arrived-caller.ts";
import type { FaqUse } from "../../domain/faq/faq.ts";
import type { Incident } from "../../domain/incident/incident.ts";
import type { Programme } from "../../domain/programme.ts";
import type { RegistrationEntry } from "../../domain/registration/registration.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import type { TrainingScript, TrainingSettings } from "../../domain/training/script.ts";
import type { Training } from "../../domain/training/training.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { ContactStore } from "../ports/contacts.ts";
import type { EntryStore, VersionedEntryStore } from "../ports/entries.ts";
import type { Clock } from "../ports/host.ts";
import type { TrainingCalls } from "../ports/training.ts";

/** What trainings are made with. */
export interface TrainingServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly settings: TrainingSettings;
  readonly trainings: VersionedEntryStore<Training>;
  /** Absent wherever residents may call: there nothing of this can be done. */
  readonly calls: TrainingCalls | undefined;
}

/** What is looked at besides, to say how a training went. */
export interface JudgingServices extends TrainingServices {
  readonly contacts: Pick<ContactStore, "ofDay">;
  readonly cases: CaseStore;
  readonly callers: Pick<EntryStore<ArrivedCaller>, "find">;
  readonly incidents: Pick<VersionedEntryStore<Incident>, "find">;
  readonly registrationLog: Pick<EntryStore<RegistrationEntry>, "all">;
  readonly faqUses: Pick<EntryStore<FaqUse>, "all">;
}

/** A training with its script, and the case that its call has opened. */
export interface TrainingWithScript {
  readonly training: Training;
  readonly script: TrainingScript;
  readonly case?: Case;
}

/** Why nothing can be trained where there is no caller to play. */
export const trainedElsewhere =
  "研修は、実際の相談と混ざらないように、この環境では行えません。研修用のパソコンで「npm start -- --training」を実行して始めてください。";

/** Why a training is not shown: there is none, or it is not for whoever asks. */
export const unknownTraining = "この研修の記録はありません。研修の一覧から選び直してください。";

/** The player of callers, where there is one. */
export function callsOf({ calls }: Pick<TrainingServices, "calls">): Result<TrainingCalls> {
  return calls ? success(calls) : failure(trainedElsewhere);
}

/** A training with its script; one whose script the programme has no more is not found. */
export async function findTraining(
  { programme, trainings, settings }: TrainingServices,
  contactId: string,
): Promise<Result<TrainingWithScript>> {
  const training = await trainings.find(programme.id, contactId);
  const script = settings.scripts.find(({ id }) => id === training?.script);
  return training && script ? success({ training, script }) : failure(unknownTraining);
}

/** The same, where only whoever trains may go on. */
export async function findOwnTraining(
  services: TrainingServices,
  contactId: string,
  staff: string,
): Promise<Result<TrainingWithScript>> {
  const found = await findTraining(services, contactId);
  if (!found.ok || found.value.training.staff === staff) return found;
  return failure("ほかの人の研修は進められません。自分の研修を選んでください。");
}

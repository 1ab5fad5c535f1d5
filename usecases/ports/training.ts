import type { Instant } from "../../domain/japan-time.ts";
import type { Result } from "../../domain/result.ts";
import type { TransferTarget } from "../../domain/training/script.ts";

/** How the telephone of a training stands. */
export type TrainingCallState = "ringing" | "talking" | "held" | "over";

/** What a trainee does with the telephone. */
export type TelephoneAct = "answer" | "hold" | "resume" | "hang-up" | { readonly transferTo: TransferTarget };

/** What plays the caller of a script. Only a service that was started for training has one; a deployed service never does. */
export interface TrainingCalls {
  /** The time outside, which the record of a training bears: in a call of training it is whatever time the service has. */
  outsideNow(): Instant;
  /** The caller dials, goes through the menus and waits until it rings at somebody's desk. Answers the id of the first contact. */
  dial(call: {
    /** E.164; undefined where the number is withheld. */
    readonly from: string | undefined;
    readonly keys: readonly string[];
    /** The staff code of whoever trains. */
    readonly staff: string;
  }): Promise<Result<string>>;
  /** How a call stands, once its time has gone on for as long as it did outside; a call that is not known is over. */
  look(contactId: string): Promise<TrainingCallState>;
  act(contactId: string, act: TelephoneAct): Promise<Result<undefined>>;
  /** Lets time pass in a call. */
  pass(contactId: string, seconds: number): Promise<void>;
}

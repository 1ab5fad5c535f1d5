import type { PictureRef, PictureState } from "../../domain/case/picture.ts";
import type { ReceiptNumber } from "../../domain/case/receipt-number.ts";
import type { JapaneseDate } from "../../domain/japan-time.ts";

/** An inquiry whose case has work to do. */
export interface PushedInquiry {
  readonly programme: string;
  readonly receiptNumber: ReceiptNumber;
  /** The date of its receipt, under which the case is kept. */
  readonly received: JapaneseDate;
}

/**
 * Hurries the work that a case owes. It may deliver an inquiry late, twice, or not at all: what is owed stands in the case
 * (docs/decisions/0014).
 */
export interface InquiryQueue {
  push(inquiry: PushedInquiry): Promise<void>;
}

/** A page of the form that was handed out. */
export interface HandedOutPage {
  /** Names whatever is sent from that page: one inquiry, however often it is sent. */
  readonly submissionId: string;
  readonly ageMillis: number;
}

/** Tells the pages that the service handed out from all others, without keeping any of them. */
export interface FormTokens {
  /** A token for a new page. */
  issue(): Promise<string>;
  /** The page that a token was issued for; undefined for any other text. */
  read(token: string): Promise<HandedOutPage | undefined>;
}

/** A picture as it arrived; its type is what its bytes say. */
export interface GivenPicture {
  readonly name: string;
  readonly type: PictureRef["type"];
  readonly bytes: Uint8Array;
}

/**
 * The pictures that came with a page of the form, before and after its inquiry is taken. What arrives and belongs to no inquiry
 * is gone within days.
 */
export interface PictureStore {
  /** Keeps a page's pictures in the place of those that it had. */
  keep(
    programme: string,
    submissionId: string,
    pictures: readonly GivenPicture[],
  ): Promise<readonly PictureRef[]>;
  /** What is kept for a page, in the order in which it was given. */
  of(programme: string, submissionId: string): Promise<readonly PictureRef[]>;
  drop(programme: string, submissionId: string): Promise<void>;
  /**
   * Keeps pictures of a page for as long as inquiries are, and answers where they are then; safe to repeat. From then on they
   * are searched for malware.
   */
  accept(pictures: readonly PictureRef[]): Promise<readonly PictureRef[]>;
}

/** The pictures of inquiries that were taken. */
export interface KeptPictures {
  state(picture: PictureRef): Promise<PictureState>;
  /** The bytes of a picture that is clean at this moment; undefined for any other. */
  open(picture: PictureRef): Promise<Uint8Array | undefined>;
}

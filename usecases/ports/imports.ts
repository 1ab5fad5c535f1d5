import type {
  KnowledgeConfirmation,
  KnowledgeItem,
  KnowledgeReader,
} from "../../domain/handover/knowledge.ts";

/** An inquiry that was taken from a file, by the number that it bears there. */
export interface TakenInquiry {
  readonly from: "handover" | "hosted-form";
  readonly reference: string;
  /** Fingerprint of all that the file said of it. */
  readonly fingerprint: string;
}

export interface TakenInquiryStore {
  find(programme: string, from: TakenInquiry["from"], reference: string): Promise<TakenInquiry | undefined>;
  /** Keeps an inquiry and answers undefined; where its reference is taken already, answers what was kept. */
  take(programme: string, inquiry: TakenInquiry): Promise<TakenInquiry | undefined>;
}

/** What of the handover the operators have to read, who has to, and who has (R59, R60). What is kept first stays. */
export interface KnowledgeStore {
  /** Every version of every item, in order of item and version. */
  items(programme: string): Promise<KnowledgeItem[]>;
  /** Keeps a version and answers undefined; where it is there already, answers what was kept. */
  add(programme: string, item: KnowledgeItem): Promise<KnowledgeItem | undefined>;
  /** In order of staff code. */
  readers(programme: string): Promise<KnowledgeReader[]>;
  addReader(programme: string, reader: KnowledgeReader): Promise<void>;
  removeReader(programme: string, staff: string): Promise<void>;
  confirmations(programme: string): Promise<KnowledgeConfirmation[]>;
  confirm(programme: string, confirmation: KnowledgeConfirmation): Promise<void>;
}

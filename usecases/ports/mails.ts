export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same as an HTML document, for readers that show it. @default the text alone */
  readonly html?: string;
  /** Where an answer goes. @default to the sender */
  readonly replyTo?: string;
  /** What the mail service gives back with whatever it tells of this mail; nothing that says who asks. @default nothing */
  readonly tags?: Readonly<Record<string, string>>;
}

export interface Mailer {
  send(mail: Mail): Promise<void>;
}

/** Mails that residents sent to the service, as they came in. */
export interface ReceivedMails {
  /** The whole mail, as RFC 5322 writes it; undefined where it is gone. */
  read(key: string): Promise<Uint8Array | undefined>;
}

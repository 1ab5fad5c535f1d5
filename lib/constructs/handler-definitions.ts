import type { TableName } from "../../adapters/table-definitions.ts";

/** A file of `lambdas/`, without its ending. */
export type HandlerName =
  | "answer-call"
  | "request-callback"
  | "take-contact-event"
  | "take-contact-records"
  | "submit-web-form"
  | "publish-monthly-report";

type TableAction = "GetItem" | "PutItem" | "Query" | "DeleteItem";

/** What one handler is given: it gets the variable and the permission for each thing that is named here, and no other. */
export interface HandlerDefinition {
  readonly description: string;
  readonly timeoutSeconds: number;
  readonly memoryMebibytes: number;
  /** The calls that the handler makes on each table. The variable is the table's name, as in `CONTACTS_TABLE`. */
  readonly tables: Readonly<Partial<Record<TableName, readonly TableAction[]>>>;
  /** The indexes that the handler queries. @default none */
  readonly indexes?: Readonly<Partial<Record<TableName, readonly string[]>>>;
  /** Reads the secret behind the person keys (`PERSON_KEY_SECRET`). @default false */
  readonly readsPersonKey?: true;
  /** Reads, lists and writes reports (`REPORT_BUCKET`). @default false */
  readonly publishesReports?: true;
  /** Called without an answer being awaited: what it fails on is kept, or nobody would know. @default false */
  readonly isCalledAsynchronously?: true;
  /** Sends mail from the programme's address. @default false */
  readonly sendsMail?: true;
}

const recordsContacts = {
  tables: {
    Contacts: ["GetItem", "PutItem", "Query"],
    Cases: ["GetItem", "PutItem"],
    Callbacks: ["Query", "DeleteItem"],
    Parked: ["PutItem"],
  },
} as const;

/** The deployed functions. Each of them also knows its programme (`PROGRAMME`). */
export const handlerDefinitions: Readonly<Record<HandlerName, HandlerDefinition>> = {
  // Amazon Connect waits 8 seconds at most, and the caller hears silence meanwhile.
  "answer-call": {
    description: "Tells an arriving call whether the desk is open, and what to say",
    timeoutSeconds: 8,
    memoryMebibytes: 1024,
    tables: { Desk: ["GetItem", "Query"], Cases: ["GetItem"] },
    indexes: { Cases: ["Person"] },
    readsPersonKey: true,
  },
  // The same caller waits for it.
  "request-callback": {
    description: "Reads back a number to call, and keeps the call back",
    timeoutSeconds: 8,
    memoryMebibytes: 1024,
    tables: { Desk: ["Query"], Callbacks: ["PutItem"], Cases: ["GetItem", "PutItem"] },
    readsPersonKey: true,
  },
  "take-contact-event": {
    description: "Takes contact events while calls live",
    timeoutSeconds: 30,
    memoryMebibytes: 512,
    ...recordsContacts,
    isCalledAsynchronously: true,
  },
  "take-contact-records": {
    description: "Takes contact records once calls have ended",
    timeoutSeconds: 120,
    memoryMebibytes: 512,
    ...recordsContacts,
    readsPersonKey: true,
  },
  // The REST API waits 29 seconds at most.
  "submit-web-form": {
    description: "Takes a written inquiry and answers its receipt number",
    timeoutSeconds: 25,
    memoryMebibytes: 1024,
    tables: { Desk: ["Query"], Cases: ["GetItem", "PutItem"], Parked: ["PutItem"] },
    sendsMail: true,
  },
  "publish-monthly-report": {
    description: "Publishes the monthly report",
    timeoutSeconds: 600,
    memoryMebibytes: 2048,
    tables: { Contacts: ["Query"], Cases: ["Query"], Desk: ["Query"] },
    publishesReports: true,
    isCalledAsynchronously: true,
  },
};

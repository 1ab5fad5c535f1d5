import type { TableName } from "../../adapters/table-definitions.ts";

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
  /** Prints documents, with the fonts that lie beside its code (`REPORT_FONTS`). @default false */
  readonly printsDocuments?: true;
  /** Reads and lists reports, and writes none (`REPORT_BUCKET`). @default false */
  readonly readsReports?: true;
  /** Says for which environment it measures (`ENVIRONMENT`). @default false */
  readonly measures?: true;
  /**
   * Counts who waits and who serves in the desk's queues (`OPERATOR_QUEUE_ARN`, `LEADER_QUEUE_ARN`, `SUPERVISOR_QUEUE_ARN`).
   * @default false
   */
  readonly watchesQueues?: true;
  /** Knows who works at the desk and as what (`ROSTER`). @default false */
  readonly knowsRoster?: true;
  /** Reads the hours that are in force in Amazon Connect (`DESK_HOURS_ARN`). @default false */
  readonly readsDeskHours?: true;
  /** Fetches the Cabinet Office's list of holidays (`PUBLISHED_HOLIDAYS_URL`). @default false */
  readonly readsPublishedHolidays?: true;
  /** Called without an answer being awaited: what it fails on is kept, or nobody would know. @default false */
  readonly isCalledAsynchronously?: true;
  /** Reads the secret that signs the form's pages (`FORM_KEY_SECRET`). @default false */
  readonly readsFormKey?: true;
  /** Puts inquiries into the queue (`INQUIRY_QUEUE_URL`). @default false */
  readonly pushesInquiries?: true;
  /** Starts tasks through a flow of Amazon Connect (`INSTANCE_ID`, `INQUIRY_TASK_FLOW_ID`). @default false */
  readonly startsTasks?: true;
  /** Serves the form's files, which lie beside its bundle (`WEB_FOLDER`). @default false */
  readonly servesWebFiles?: true;
  /** Serves the desk's built screens, which lie beside its bundle (`DESK_FOLDER`), and says where to sign in. @default false */
  readonly servesDesk?: true;
  /** Sends mail from the programme's address. @default false */
  readonly sendsMail?: true;
  /** Has the mail service tell what becomes of its mails (`MAIL_CONFIGURATION_SET`). @default false */
  readonly followsMails?: true;
  /** Keeps the form's pictures, and those of inquiries (`PICTURE_BUCKET`). @default false */
  readonly keepsPictures?: true;
  /** Reads the pictures of inquiries that were taken, and writes none (`PICTURE_BUCKET`). @default false */
  readonly readsPictures?: true;
  /** Reads mails that residents sent (`MAIL_BUCKET`). @default false */
  readonly readsMails?: true;
}

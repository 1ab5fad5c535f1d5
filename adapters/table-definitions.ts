/**
 * The DynamoDB tables, as plain data: made from here in AWS (`lib/`) and on one machine (`local/`).
 *
 *     Contacts   day "water-desk#2024-07-16"  contactId                 a month is read as its days
 *     Cases      day "water-desk#2024-07-16"  receiptNumber             the date is in the receipt number
 *       Due      openWork "water-desk"        dueAt (milliseconds)      only cases that owe an answer
 *       Person   personKey                       receivedAt (milliseconds)
 *       Owed     owedWork "water-desk"        receivedAt (milliseconds) only cases for which the service has work to do
 *       Questions  questions "water-desk#open"  receivedAt (milliseconds) only cases of which something was asked of the customer
 *       Owner    openOwner "water-desk#OP01"  urgency (milliseconds)    only open cases that somebody has in hand
 *     Callbacks  programme                       personKey                 open call backs only
 *       Due      programme                       dueAt (milliseconds)
 *     Desk       programme                       entry "special-day#2024-08-14", "announcement", "flag#<person key>", "holiday-list"
 *                                                                      "handover#<reference>", "hosted-form#<reference>",
 *                                                                      "knowledge#<item>#<version>", "knowledge-reader#OP01",
 *                                                                      "knowledge-confirmation#OP01#<item>#<version>"
 *                                                                      "proposal#0001", "navi-dial#2024-07"
 *                                                                      "report-log#monthly/2024-07#0001#approved"
 *                                                                      "announcement-log#000001", "special-day-log#000001"
 *                                                                      and the kinds of `domain/`: "typed-text#<receipt number>#OP01",
 *                                                                      "incident#<contact id>", "faq#<source>#<version>#00001",
 *                                                                      "ended-callback#<person key>#<promised>", "call-speaker#<contact id>" …
 *       Listed   listed "water-desk#incident"    listedAt (milliseconds)  only entries that stand in a list of their kind
 *     Parked     programme                       entry "contact-record#<sha-256 of the payload>"
 *     Audit      day "water-desk#2024-07-16"  place "1721091600000#<request id>#419848291374"
 */
export interface TableDefinition {
  readonly partitionKey: TableKey;
  readonly sortKey: TableKey;
  /** Indexes hold keys only. */
  readonly indexes: readonly {
    readonly name: string;
    readonly partitionKey: TableKey;
    readonly sortKey: TableKey;
  }[];
  /** The attribute, in seconds since 1970, after which DynamoDB removes an item. */
  readonly expiresBy?: string;
}

export interface TableKey {
  readonly name: string;
  readonly type: "S" | "N";
}

export type TableName = "Contacts" | "Cases" | "Callbacks" | "Desk" | "Parked" | "Audit";

const text = (name: string): TableKey => ({ name, type: "S" });
const number = (name: string): TableKey => ({ name, type: "N" });

export const tableDefinitions: Readonly<Record<TableName, TableDefinition>> = {
  Contacts: { partitionKey: text("day"), sortKey: text("contactId"), indexes: [] },
  Cases: {
    partitionKey: text("day"),
    sortKey: text("receiptNumber"),
    indexes: [
      { name: "Due", partitionKey: text("openWork"), sortKey: number("dueAt") },
      { name: "Person", partitionKey: text("personKey"), sortKey: number("receivedAt") },
      { name: "Owed", partitionKey: text("owedWork"), sortKey: number("receivedAt") },
      { name: "Questions", partitionKey: text("questions"), sortKey: number("receivedAt") },
      { name: "Owner", partitionKey: text("openOwner"), sortKey: number("urgency") },
    ],
  },
  Callbacks: {
    partitionKey: text("programme"),
    sortKey: text("personKey"),
    indexes: [{ name: "Due", partitionKey: text("programme"), sortKey: number("dueAt") }],
  },
  Desk: {
    partitionKey: text("programme"),
    sortKey: text("entry"),
    indexes: [{ name: "Listed", partitionKey: text("listed"), sortKey: number("listedAt") }],
    expiresBy: "expiresAt",
  },
  Parked: { partitionKey: text("programme"), sortKey: text("entry"), indexes: [], expiresBy: "expiresAt" },
  Audit: { partitionKey: text("day"), sortKey: text("place"), indexes: [], expiresBy: "expiresAt" },
};

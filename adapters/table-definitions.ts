/**
 * The DynamoDB tables, as plain data: made from here in AWS (`lib/`) and on one machine (`local/`).
 *
 *     Contacts   day "water-desk#2024-07-16"  contactId                 a month is read as its days
 *     Cases      day "water-desk#2024-07-16"  receiptNumber             the date is in the receipt number
 *       Due      openWork "water-desk"        dueAt (milliseconds)      only cases that owe an answer
 *       Person   personKey                       receivedAt (milliseconds)
 *     Callbacks  programme                       personKey                 open call backs only
 *     Desk       programme                       entry "special-day#2024-08-14", "announcement", "flag#<person key>"
 *     Parked     programme                       entry "contact-record#<sha-256 of the payload>"
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

export type TableName = "Contacts" | "Cases" | "Callbacks" | "Desk" | "Parked";

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
    ],
  },
  Callbacks: { partitionKey: text("programme"), sortKey: text("personKey"), indexes: [] },
  Desk: { partitionKey: text("programme"), sortKey: text("entry"), indexes: [], expiresBy: "expiresAt" },
  Parked: { partitionKey: text("programme"), sortKey: text("entry"), indexes: [], expiresBy: "expiresAt" },
};

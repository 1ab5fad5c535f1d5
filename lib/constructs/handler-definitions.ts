import type { HandlerDefinition } from "./handler-definition.ts";

/** An inquiry that is opened again: it is found, is due by the calendar, owes a task; what cannot be joined is parked. */
const opensInquiriesAgain = {
  tables: { Desk: ["Query"], Cases: ["GetItem", "PutItem"], Parked: ["PutItem"] },
  pushesInquiries: true,
  isCalledAsynchronously: true,
} as const;

const recordsContacts = {
  tables: {
    Contacts: ["GetItem", "PutItem", "Query"],
    Cases: ["GetItem", "PutItem"],
    Callbacks: ["GetItem", "DeleteItem"],
    Desk: ["PutItem", "Query"],
    Parked: ["PutItem"],
  },
} as const;

const definitions = {
  // Amazon Connect waits 8 seconds at most, and the caller hears silence meanwhile.
  "answer-call": {
    description: "Tells an arriving call whether the desk is open, and what to say",
    timeoutSeconds: 8,
    memoryMebibytes: 1024,
    tables: { Desk: ["GetItem", "Query", "PutItem"], Cases: ["GetItem"] },
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
    tables: { Desk: ["GetItem", "Query"], Cases: ["GetItem", "PutItem"] },
    readsFormKey: true,
    pushesInquiries: true,
    keepsPictures: true,
  },
  "show-form": {
    description: "Hands out the web form and its files",
    timeoutSeconds: 25,
    memoryMebibytes: 512,
    tables: { Desk: ["GetItem"] },
    readsFormKey: true,
    servesWebFiles: true,
  },
  "show-inquiry-status": {
    description: "Shows where a written inquiry stands",
    timeoutSeconds: 25,
    memoryMebibytes: 512,
    tables: { Cases: ["GetItem"] },
  },
  // A mail, half a second's pause and a task, each with a time limit of its own.
  "follow-up-inquiry": {
    description: "Does what a written inquiry owes: its mails and its task",
    timeoutSeconds: 60,
    memoryMebibytes: 512,
    tables: { Desk: ["GetItem", "Query"], Cases: ["GetItem", "PutItem"] },
    sendsMail: true,
    followsMails: true,
    startsTasks: true,
  },
  "take-mail": {
    description: "Takes a mail that a resident sent: a reply joins its case",
    timeoutSeconds: 60,
    memoryMebibytes: 1024,
    ...opensInquiriesAgain,
    readsMails: true,
  },
  "take-mail-event": {
    description: "Takes what the mail service tells of mails that came back",
    timeoutSeconds: 30,
    memoryMebibytes: 512,
    ...opensInquiriesAgain,
  },
  // Called without an answer being awaited, but what it fails on is not kept: the next one, five minutes later, does the same.
  "resume-inquiries": {
    description: "Puts what written inquiries owe into the queue again",
    timeoutSeconds: 120,
    memoryMebibytes: 512,
    tables: { Cases: [] },
    indexes: { Cases: ["Owed"] },
    pushesInquiries: true,
  },
  "publish-report": {
    description: "Publishes the monthly report",
    timeoutSeconds: 600,
    memoryMebibytes: 2048,
    tables: { Contacts: ["Query"], Cases: ["Query"], Desk: ["Query", "PutItem"] },
    publishesReports: true,
    printsDocuments: true,
    isCalledAsynchronously: true,
  },
  // Called without an answer being awaited, but what it fails on is not kept: the next one measures again, and an alarm tells.
  "watch-desk": {
    description: "Measures the desk every few minutes",
    timeoutSeconds: 60,
    memoryMebibytes: 512,
    tables: { Contacts: ["Query"], Desk: ["Query"] },
    measures: true,
    watchesQueues: true,
  },
  // As with the next one: what fails is done again the next day, and an alarm tells.
  "remind-reports": {
    description: "Delivers approved reports that wait, and reminds of reports",
    timeoutSeconds: 60,
    memoryMebibytes: 512,
    tables: { Desk: ["Query", "PutItem"] },
    sendsMail: true,
  },
  "reconcile-report": {
    description: "Ties reports to contact records and cases every night",
    timeoutSeconds: 600,
    memoryMebibytes: 2048,
    tables: { Contacts: ["Query"], Cases: ["Query"], Desk: ["Query"] },
    readsReports: true,
  },
  // A contract of several years is read a month at a time, at two months a second.
  "check-hours": {
    description: "Reads back the hours that are in force, and compares them with the calendar",
    timeoutSeconds: 180,
    memoryMebibytes: 512,
    tables: {},
    readsDeskHours: true,
    isCalledAsynchronously: true,
  },
  "compare-holidays": {
    description: "Compares our holidays with the list that the Cabinet Office publishes",
    timeoutSeconds: 60,
    memoryMebibytes: 512,
    tables: { Desk: ["GetItem", "PutItem"] },
    readsPublishedHolidays: true,
    isCalledAsynchronously: true,
  },
  // What it fails on is not kept: the next one, a minute later, raises the same.
  "alert-long-calls": {
    description: "Alerts leaders and supervisors of long calls",
    timeoutSeconds: 30,
    memoryMebibytes: 512,
    tables: { Contacts: ["Query"], Desk: ["GetItem", "PutItem"] },
  },
  // The REST API waits 29 seconds at most.
  "desk-api": {
    description: "Answers the desk's screens",
    timeoutSeconds: 25,
    memoryMebibytes: 1024,
    tables: {
      Cases: ["GetItem", "PutItem", "Query"],
      Desk: ["GetItem", "PutItem", "Query", "DeleteItem"],
      Callbacks: ["GetItem", "PutItem", "DeleteItem"],
      Contacts: ["Query"],
      Audit: ["PutItem"],
    },
    indexes: { Cases: ["Due", "Owner", "Person", "Questions"], Callbacks: ["Due"], Desk: ["Listed"] },
    readsPersonKey: true,
    pushesInquiries: true,
    watchesQueues: true,
    knowsRoster: true,
    readsReports: true,
    readsPictures: true,
    sendsMail: true,
  },
  "show-desk": {
    description: "Hands out the desk's screens",
    timeoutSeconds: 25,
    memoryMebibytes: 512,
    tables: {},
    servesDesk: true,
  },
} satisfies Record<string, HandlerDefinition>;

/** A file of `lambdas/`, without its ending. */
export type HandlerName = keyof typeof definitions;

/** The deployed functions. Each of them also knows its programme (`PROGRAMME`). */
export const handlerDefinitions: Readonly<Record<HandlerName, HandlerDefinition>> = definitions;

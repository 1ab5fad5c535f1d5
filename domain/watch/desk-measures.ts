/** Where CloudWatch keeps the desk's measures, each under its programme and environment. */
export const measuresNamespace = "CallCentre";

/**
 * What is measured of a desk every few minutes, in CloudWatch's units; the name is the metric's. Counts of people and calls
 * only: no measure tells of one person.
 */
export const measureUnits = {
  /** Calls of the day so far that are decided, as the report counts them: the denominator of the answer rate. */
  CallsOffered: "Count",
  /** Those of them that reached an operator: the numerator. */
  CallsAnswered: "Count",
  /** The report's answer rate, times 100. Not measured while no call was offered. */
  AnswerRate: "Percent",
  /** Callers in the desk's queues now. */
  CallersWaiting: "Count",
  /** How long the first of them has waited; 0 where nobody waits. */
  LongestWait: "Seconds",
  /** Who could take an operator's call, busy or not. Measured in opening hours only. */
  OperatorsStaffed: "Count",
  /** Contacts of the day that ended some time ago and have no record (`isRecordLate`). */
  ContactRecordsLate: "Count",
  /** Months whose report is past its due date and not published. */
  ReportsOverdue: "Count",
} as const;

export type MeasureName = keyof typeof measureUnits;

/** One measuring. What nothing can be said of is left out. */
export type DeskMeasures = Readonly<Partial<Record<MeasureName, number>>>;

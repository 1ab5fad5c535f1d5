/** One file of a report. */
export interface ReportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Data rows, without the heading. */
  readonly rows: number;
}

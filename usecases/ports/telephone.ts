/** How a desk stands at this moment, as the telephone system counts it. */
export interface DeskState {
  /** In all of the desk's queues. */
  readonly callersWaiting: number;
  /** Of the one who has waited longest; 0 where nobody waits. */
  readonly longestWaitSeconds: number;
  /** Who could take an operator's call, those included who are on one now. */
  readonly operatorsStaffed: number;
}

export interface DeskNow {
  look(): Promise<DeskState>;
}

/** A piece of work for the operators, as their screen shows it. It holds nothing that says who asks. */
export interface Task {
  /** One task an id, however often it is started. An inquiry that is opened again is another task. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface TaskStarter {
  start(task: Task): Promise<void>;
}

/** A test case that Amazon Connect was asked to run once. */
export interface TestRun {
  readonly testCaseId: string;
  readonly executionId: string;
}

/** An instance of Amazon Connect, as an acceptance looks at it. Nothing of it is changed. */
export interface LiveInstance {
  /** The ARN of the hours of operation with a name. */
  hoursArn(name: string): Promise<string | undefined>;
  /** The ids of its test cases, by their names. */
  testCases(): Promise<ReadonlyMap<string, string>>;
  /** Has a simulated caller go through the flows as a test case says. */
  start(testCaseId: string): Promise<TestRun>;
  state(run: TestRun): Promise<"running" | "passed" | "failed">;
  /** What was observed otherwise than the test case says, a line each. */
  failures(run: TestRun): Promise<string[]>;
}

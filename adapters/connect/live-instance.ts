import {
  type ConnectClient,
  GetTestCaseExecutionSummaryCommand,
  ListTestCaseExecutionRecordsCommand,
  paginateListHoursOfOperations,
  paginateListInstances,
  paginateListTestCases,
  StartTestCaseExecutionCommand,
} from "@aws-sdk/client-connect";
import { Unavailable } from "../../usecases/ports/host.ts";
import type { LiveInstance, TestRun } from "../../usecases/ports/telephone.ts";

/** Whether the SDK finds anybody to sign its requests for; it looks where the AWS CLI looks. */
export async function isSignedIn(client: ConnectClient): Promise<boolean> {
  return client.config.credentials().then(
    () => true,
    () => false,
  );
}

/** The instance with an alias; undefined where the account has none in this region. */
export async function connectInstance(
  client: ConnectClient,
  alias: string,
): Promise<LiveInstance | undefined> {
  const found = await reading("its instances", async () => {
    for await (const { InstanceSummaryList = [] } of paginateListInstances({ client }, {})) {
      const instance = InstanceSummaryList.find(({ InstanceAlias }) => InstanceAlias === alias);
      if (instance) return instance.Id;
    }
    return undefined;
  });
  return found === undefined ? undefined : liveInstance(client, found);
}

function liveInstance(client: ConnectClient, InstanceId: string): LiveInstance {
  return {
    hoursArn: (name) =>
      reading("its hours", async () => {
        for await (const page of paginateListHoursOfOperations({ client }, { InstanceId })) {
          const hours = page.HoursOfOperationSummaryList?.find(({ Name }) => Name === name);
          if (hours) return hours.Arn;
        }
        return undefined;
      }),
    testCases: () =>
      reading("its test cases", async () => {
        const names = new Map<string, string>();
        for await (const { TestCaseSummaryList = [] } of paginateListTestCases({ client }, { InstanceId }))
          for (const { Name, Id } of TestCaseSummaryList)
            if (Name !== undefined && Id !== undefined) names.set(Name, Id);
        return names;
      }),
    start: (TestCaseId) =>
      reading("a test", async () => {
        const started = await client.send(new StartTestCaseExecutionCommand({ InstanceId, TestCaseId }));
        return { testCaseId: TestCaseId, executionId: started.TestCaseExecutionId ?? "" };
      }),
    state: (run) =>
      reading("how a test stands", async () => {
        const asked = { InstanceId, ...namesOf(run) };
        const { Status } = await client.send(new GetTestCaseExecutionSummaryCommand(asked));
        return states[Status ?? ""] ?? "running";
      }),
    failures: (run) =>
      reading("how a test failed", async () => {
        // A test case of ours has a handful of observations: the first page has them all.
        const asked = { InstanceId, ...namesOf(run) };
        const { ExecutionRecords = [] } = await client.send(new ListTestCaseExecutionRecordsCommand(asked));
        return ExecutionRecords.flatMap(({ ObservationId = "?", Status, Record = "" }) =>
          Status === "FAILED" ? [`${ObservationId}: ${Record}`] : [],
        );
      }),
  };
}

const states: Readonly<Record<string, "passed" | "failed">> = {
  PASSED: "passed",
  FAILED: "failed",
  STOPPED: "failed",
};

function namesOf({ testCaseId, executionId }: TestRun) {
  return { TestCaseId: testCaseId, TestCaseExecutionId: executionId };
}

async function reading<Answer>(what: string, work: () => Promise<Answer>): Promise<Answer> {
  return work().catch((cause: unknown) => {
    throw new Unavailable(`Amazon Connect did not tell ${what}.`, { cause });
  });
}

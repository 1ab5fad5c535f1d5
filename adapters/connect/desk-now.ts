import {
  ConnectClient,
  type CurrentMetricData,
  type CurrentMetricName,
  GetCurrentMetricDataCommand,
} from "@aws-sdk/client-connect";
import { Unavailable } from "../../usecases/ports/host.ts";
import type { DeskNow } from "../../usecases/ports/telephone.ts";
import { resourceIds } from "./resource-ids.ts";

/** The desk's queues, by ARN (`arn:aws:connect:…:instance/<id>/queue/<id>`); all are of one instance. */
export interface WatchedQueues {
  readonly operators: string;
  readonly leaders: string;
  readonly supervisors: string;
}

/** A client for Amazon Connect; where it connects is the SDK's own configuration. */
export function connectClient(): ConnectClient {
  return new ConnectClient({ requestHandler: { requestTimeout: 5_000, throwOnRequestTimeout: true } });
}

const metrics = [
  { Name: "CONTACTS_IN_QUEUE", Unit: "COUNT" },
  { Name: "OLDEST_CONTACT_AGE", Unit: "SECONDS" },
  { Name: "AGENTS_STAFFED", Unit: "COUNT" },
] as const;

/**
 * The desk as GetCurrentMetricData counts it (Amazon Connect API reference). Grouped by queue, because without a grouping
 * the age of the oldest contact comes in milliseconds whatever its unit says. A queue of which Amazon Connect has no data
 * is not in the answer: nobody waits in it and nobody serves it.
 */
export function connectDeskNow(client: ConnectClient, queues: WatchedQueues): DeskNow {
  const { instanceId } = resourceIds(queues.operators);

  async function collections(): Promise<ReadonlyMap<string, readonly CurrentMetricData[]>> {
    const { MetricResults = [] } = await client.send(
      new GetCurrentMetricDataCommand({
        InstanceId: instanceId,
        Filters: { Queues: Object.values(queues), Channels: ["VOICE"] },
        Groupings: ["QUEUE"],
        CurrentMetrics: [...metrics],
      }),
    );
    return new Map(
      MetricResults.map(({ Dimensions, Collections = [] }) => [Dimensions?.Queue?.Arn ?? "", Collections]),
    );
  }

  return {
    async look() {
      const found = await collections().catch((cause: unknown) => {
        throw new Unavailable("Amazon Connect did not say how the desk stands.", { cause });
      });
      const each = [...found.values()];
      return {
        callersWaiting: each.reduce((sum, one) => sum + valueOf(one, "CONTACTS_IN_QUEUE"), 0),
        longestWaitSeconds: Math.max(0, ...each.map((one) => valueOf(one, "OLDEST_CONTACT_AGE"))),
        operatorsStaffed: valueOf(found.get(queues.operators), "AGENTS_STAFFED"),
      };
    },
  };
}

/** A value that Amazon Connect could not calculate is null or absent: there was nothing to count. */
function valueOf(collection: readonly CurrentMetricData[] | undefined, name: CurrentMetricName): number {
  return collection?.find(({ Metric }) => Metric?.Name === name)?.Value ?? 0;
}

import { type ApiAnswer, type Body, invalid, list, ok, text } from "./connect-rest.ts";
import type { Exchange } from "./exchange.ts";
import { isObject } from "./flow-document.ts";
import type { QueueMetrics } from "./step.ts";

/**
 * The queues of Filters, by ARN, and the metrics that are asked for; those of `readMetric` are known. Timestamps are epoch
 * seconds, as REST JSON writes them. Without a grouping the figures are of the instance, which is told for one queue only,
 * and the age of the oldest contact is in milliseconds (AWS, GetCurrentMetricData).
 */
export function currentMetrics(exchange: Exchange, body: Body): ApiAnswer {
  const filters = isObject(body["Filters"]) ? body["Filters"] : {};
  const queues = list(filters["Queues"]).map(String);
  const groupings = list(body["Groupings"]).map(String);
  const asked = list(body["CurrentMetrics"]).filter(isObject);
  const mistake = metricsMistake(queues, groupings, asked);
  if (mistake !== undefined) return invalid(mistake);
  const isGrouped = groupings.length > 0;
  const MetricResults = queues.map((queueArn) => {
    const metrics = exchange.metrics(queueArn);
    const Collections = asked.map((Metric) => {
      const name = text(Metric, "Name") ?? "";
      const value = readMetric.get(name)?.(metrics) ?? null;
      const inMillis = name === "OLDEST_CONTACT_AGE" && !isGrouped && value !== null;
      return { Metric, Value: inMillis ? value * 1000 : value };
    });
    const Dimensions = { Queue: { Id: queueArn.split("/").at(-1), Arn: queueArn }, Channel: "VOICE" };
    return { ...(isGrouped && { Dimensions }), Collections };
  });
  return ok({ MetricResults, DataSnapshotTime: exchange.now() / 1000 });
}

function metricsMistake(
  queues: readonly string[],
  groupings: readonly string[],
  asked: readonly Body[],
): string | undefined {
  const unknown = asked.find((metric) => !readMetric.has(text(metric, "Name") ?? ""));
  if (unknown) return `The metric ${text(unknown, "Name")} is not simulated.`;
  if (queues.length === 0) return "Filters needs Queues.";
  const grouping = groupings.find((each) => each !== "QUEUE");
  if (grouping !== undefined) return `The grouping ${grouping} is not simulated.`;
  return queues.length > 1 && groupings.length === 0
    ? "The metrics of several queues together are not simulated: group them by QUEUE."
    : undefined;
}

const readMetric: ReadonlyMap<string, (of: QueueMetrics) => number> = new Map([
  ["AGENTS_ONLINE", ({ online }) => online],
  ["AGENTS_AVAILABLE", ({ available }) => available],
  ["AGENTS_STAFFED", ({ staffed }) => staffed],
  ["AGENTS_ON_CALL", ({ busy }) => busy],
  ["AGENTS_ON_CONTACT", ({ busy }) => busy],
  ["AGENTS_AFTER_CONTACT_WORK", ({ afterContactWork }) => afterContactWork],
  ["AGENTS_ERROR", ({ missed }) => missed],
  ["CONTACTS_IN_QUEUE", ({ size }) => size],
  ["OLDEST_CONTACT_AGE", ({ oldestSeconds }) => oldestSeconds],
]);

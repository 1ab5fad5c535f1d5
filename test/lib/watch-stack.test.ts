import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { measureUnits } from "../../domain/watch/desk-measures.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";
import { watchDeskHandler } from "../../lambdas/watch-desk.ts";
import { callCentre, type Resource, resources, templatesOf, theOnly } from "./deployed.ts";
import { expectVariablesRead } from "./variables-read.ts";

const templates = templatesOf(callCentre());
const template = templates.watch;
const alarms = resources(template, "AWS::CloudWatch::Alarm");
const sorted = (texts: readonly string[]) => [...texts].sort();

/** A logical id without the eight letters that the CDK adds. */
const named = (logicalId: string) => logicalId.replace(/[0-9A-F]{8}$/, "");

function alarmOf(id: string): Resource["Properties"] {
  const [, alarm] = Object.entries(alarms).find(([logicalId]) => named(logicalId) === id) ?? [];
  if (!alarm) throw new Error(`There is no alarm ${id}.`);
  return alarm["Properties"];
}

/** A measure that an alarm's expression names. */
interface MeasureOfExpression {
  readonly Id: string;
  readonly MetricStat: {
    readonly Metric: { readonly MetricName: string; readonly Dimensions: unknown };
    readonly Period: number;
  };
}

/** The one metric of an alarm: namespace, name and statistic. */
const metricOf = ({ Namespace, MetricName, Statistic }: Record<string, unknown>) =>
  `${String(Namespace)} ${String(MetricName)} ${String(Statistic)}`;

describe("the alarms", () => {
  test("are these, each sent to people, each with a Japanese sentence and its runbook's page", () => {
    expect(Object.keys(alarms).map(named).sort()).toEqual([
      "AnswerRateLow",
      "NobodyStaffed",
      "RecordsLate",
      "ReportOverdue",
      "WaitTooLong",
      "WatchDeskFailed",
      "WatchSilent",
    ]);
    for (const { Properties } of Object.values(alarms)) {
      expect(Properties["AlarmDescription"]).toMatch(/^.*[ぁ-ん].*。 手順書: docs\/runbooks\/alarms\.md$/);
      expect(JSON.stringify(Properties["AlarmActions"])).toContain("RefAlarms");
    }
  });

  test("of every other stack have a Japanese sentence and a page too", () => {
    const others = Object.values(templates).flatMap((one) =>
      Object.values(resources(one, "AWS::CloudWatch::Alarm")),
    );
    expect(others.length).toBeGreaterThan(15);
    for (const { Properties } of others)
      expect(Properties["AlarmDescription"]).toMatch(/[ぁ-ん].*。 手順書: docs\/runbooks\/alarms\.md$/);
  });

  test.each([
    // alarm, metric, comparison, threshold, periods of five minutes, what no data means
    [
      "WaitTooLong",
      "CallCentre LongestWait Maximum",
      "GreaterThanOrEqualToThreshold",
      300,
      1,
      "notBreaching",
    ],
    ["NobodyStaffed", "CallCentre OperatorsStaffed Maximum", "LessThanThreshold", 1, 2, "notBreaching"],
    [
      "RecordsLate",
      "CallCentre ContactRecordsLate Maximum",
      "GreaterThanOrEqualToThreshold",
      1,
      1,
      "notBreaching",
    ],
    [
      "ReportOverdue",
      "CallCentre ReportsOverdue Maximum",
      "GreaterThanOrEqualToThreshold",
      1,
      1,
      "notBreaching",
    ],
    ["WatchSilent", "CallCentre CallersWaiting SampleCount", "LessThanThreshold", 1, 3, "breaching"],
    ["WatchDeskFailed", "AWS/Lambda Errors Sum", "GreaterThanOrEqualToThreshold", 1, 1, "notBreaching"],
  ])("%s: %s %s %i, %i times, no data is %s", (id, metric, comparison, threshold, periods, noData) => {
    const alarm = alarmOf(id);
    expect(metricOf(alarm)).toBe(metric);
    expect(alarm).toMatchObject({
      ComparisonOperator: comparison,
      Threshold: threshold,
      EvaluationPeriods: periods,
      Period: 300,
      TreatMissingData: noData,
    });
  });

  test("AnswerRateLow judges from 20 offered calls on, against the contract's 90 %, for a quarter of an hour", () => {
    const { Metrics, ...alarm } = alarmOf("AnswerRateLow");
    expect(alarm).toMatchObject({
      ComparisonOperator: "LessThanThreshold",
      Threshold: 90,
      EvaluationPeriods: 3,
      TreatMissingData: "notBreaching",
    });
    const [judged, ...measures] = Metrics;
    expect(judged).toMatchObject({ Expression: "IF(offered >= 20, rate, 100)" });
    expect(
      measures.map(({ Id, MetricStat }: MeasureOfExpression) => [
        Id,
        MetricStat.Metric.MetricName,
        MetricStat.Period,
      ]),
    ).toEqual([
      ["offered", "CallsOffered", 300],
      ["rate", "AnswerRate", 300],
    ]);
  });

  test("look at this programme and environment alone", () => {
    const measured = Object.values(alarms).flatMap(({ Properties }) => {
      if (Properties["Namespace"] === "CallCentre") return [Properties["Dimensions"]];
      const measures: readonly Partial<MeasureOfExpression>[] = Properties["Metrics"] ?? [];
      return measures.flatMap(({ MetricStat }) => (MetricStat ? [MetricStat.Metric.Dimensions] : []));
    });
    expect(measured.length).toBe(7);
    for (const dimensions of measured)
      expect(dimensions).toEqual([
        { Name: "Environment", Value: "dev" },
        { Name: "Programme", Value: "kobaton-alkoo" },
      ]);
  });
});

describe("the measuring", () => {
  test("is called every five minutes, and is told of the queues and of its environment", () => {
    const rule = theOnly(template, "AWS::Events::Rule").Properties;
    expect(rule["ScheduleExpression"]).toBe("rate(5 minutes)");
    expect(JSON.stringify(rule["Targets"])).toContain("WatchDeskFunction");
    const { Environment, FunctionName } = theOnly(template, "AWS::Lambda::Function").Properties;
    expect(FunctionName).toBe("dev-kobaton-alkoo-watch-desk");
    const fromRouting = (queue: string) => ({
      "Fn::ImportValue": expect.stringMatching(new RegExp(`routing:.*GetAtt${queue}QueueArn`)),
    });
    expect(Environment.Variables).toMatchObject({
      PROGRAMME: "kobaton-alkoo",
      ENVIRONMENT: "dev",
      OPERATOR_QUEUE_ARN: fromRouting("Operators"),
      LEADER_QUEUE_ARN: fromRouting("Leaders"),
      SUPERVISOR_QUEUE_ARN: fromRouting("Supervisors"),
    });
  });

  test("is given exactly the variables that its handler reads at its start", () => {
    expectVariablesRead(template, { "watch-desk": watchDeskHandler });
  });

  test("that fails is measured again by the next one, and nothing is kept to be replayed", () => {
    expect(Object.values(resources(template, "AWS::Lambda::EventInvokeConfig"))).toEqual([]);
  });
});

interface WidgetProperties {
  readonly title?: string;
  readonly markdown?: string;
  /** Namespace, name, dimensions by name and value, options. */
  readonly metrics?: readonly (readonly unknown[])[];
  readonly annotations?: { readonly horizontal: readonly object[] };
}

describe("the dashboard", () => {
  const { DashboardName, DashboardBody } = theOnly(template, "AWS::CloudWatch::Dashboard").Properties;
  /** The body as CloudFormation would make it; what only it knows is a name. */
  const body: { widgets: { type: string; properties: WidgetProperties }[] } = JSON.parse(
    DashboardBody["Fn::Join"][1]
      .map((part: unknown) => (typeof part === "string" ? part : "known-later"))
      .join(""),
  );
  const shown = body.widgets.filter(({ type }) => type === "metric").map(({ properties }) => properties);
  const metrics = shown.flatMap((widget) => widget.metrics ?? []);
  const labels = metrics.map((metric) => metric.at(-1)).map((options) => Object(options).label as unknown);

  test("is the programme's own, in this environment", () => {
    expect(DashboardName).toBe("callcentre-dev-kobaton-alkoo");
    const markdown = body.widgets.find(({ type }) => type === "text")?.properties.markdown;
    expect(markdown).toContain(`${kobatonAlkoo.deskName}（dev）`);
    expect(markdown).toContain("docs/runbooks/alarms.md");
  });

  test("has Japanese titles, and a label for every line", () => {
    expect(shown.length).toBe(9);
    for (const { title } of shown) expect(title).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    expect(labels.length).toBeGreaterThan(20);
    expect(labels.filter((label) => !label)).toEqual([]);
  });

  test("shows every measure, the target beside the answer rate, and the failures of every handler", () => {
    const names = metrics.filter(([namespace]) => namespace === "CallCentre").map(([, name]) => name);
    expect(new Set(names)).toEqual(new Set(Object.keys(measureUnits)));
    expect(shown.flatMap(({ annotations }) => annotations?.horizontal ?? [])).toContainEqual(
      expect.objectContaining({ value: 90, label: "目標 90％" }),
    );
    const watched = metrics
      .filter(([namespace, name]) => namespace === "AWS/Lambda" && name === "Errors")
      .map((metric) => String(metric[3]));
    const deployed = Object.values(templates)
      .flatMap((one) => Object.values(resources(one, "AWS::Lambda::Function")))
      .flatMap(({ Properties }) => (Properties["FunctionName"] as string | undefined) ?? []);
    expect(sorted(watched)).toEqual(sorted(deployed));
  });
});

describe("the costs", () => {
  test("are not watched where the settings name no limit", () => {
    template.resourceCountIs("AWS::Budgets::Budget", 0);
  });

  test("of the account are told by mail at 80 % of the limit, and when the month is expected to pass it", () => {
    const alarmMails = ["one@example.jp", "two@example.jp"];
    const { watch } = templatesOf(callCentre({ alarmMails, monthlyCostLimitUsd: 1500 }));
    const told = (NotificationType: string, Threshold: number) => ({
      Notification: {
        NotificationType,
        Threshold,
        ThresholdType: "PERCENTAGE",
        ComparisonOperator: "GREATER_THAN",
      },
      Subscribers: alarmMails.map((Address) => ({ Address, SubscriptionType: "EMAIL" })),
    });
    watch.hasResourceProperties("AWS::Budgets::Budget", {
      Budget: {
        BudgetName: "callcentre-dev-kobaton-alkoo",
        BudgetType: "COST",
        TimeUnit: "MONTHLY",
        BudgetLimit: { Amount: 1500, Unit: "USD" },
        CostFilters: Match.absent(),
      },
      NotificationsWithSubscribers: [told("ACTUAL", 80), told("FORECASTED", 100)],
    });
  });

  test.each([
    [[], "monthlyCostLimitUsd was 1500 with 0 alarmMails: with 1 to 10 of them."],
    [Array.from({ length: 11 }, (_, index) => `p${index}@example.jp`), "with 11 alarmMails"],
  ])("of which nobody could be told are refused: %j", (alarmMails, problem) => {
    expect(() => callCentre({ alarmMails, monthlyCostLimitUsd: 1500 })).toThrow(problem);
  });
});

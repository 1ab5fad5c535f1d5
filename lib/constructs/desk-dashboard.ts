import { Duration } from "aws-cdk-lib";
import {
  Dashboard,
  GraphWidget,
  type GraphWidgetProps,
  type IMetric,
  Metric,
  SingleValueWidget,
  Stats,
  TextWidget,
} from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import type { Programme } from "../../domain/programme.ts";
import type { Stores } from "../data-stack.ts";
import { alarmRunbook } from "./alarm-people.ts";
import { inWords, longestWaitSeconds, targetPercentOf } from "./desk-alarms.ts";
import { type DeskMetrics, measuredEvery } from "./desk-metrics.ts";
import { type HandlerName, handlerDefinitions } from "./handler-definitions.ts";
import { functionName } from "./handler-function.ts";

/** Whose dashboard, under which name, and what it shows. */
export interface DeskDashboardProps {
  /** Unique in the account. */
  readonly name: string;
  readonly environment: string;
  readonly programme: Programme;
  readonly stores: Stores;
  readonly metric: DeskMetrics;
}

/** Half of the dashboard's 24 columns. */
const half = 12;

/** What supervisors and engineers look at, in Japanese: the desk above, what carries it below. */
export class DeskDashboard {
  constructor(scope: Construct, id: string, props: DeskDashboardProps) {
    new Dashboard(scope, id, {
      dashboardName: props.name,
      defaultInterval: Duration.hours(12),
      widgets: [[introduction(props)], [now(props)], desk(props), work(props), technology(props)],
    });
  }
}

function introduction({ programme, environment }: DeskDashboardProps): TextWidget {
  return new TextWidget({
    width: 24,
    height: 2,
    markdown: `# ${programme.deskName}（${environment}）\n5分ごとに測った値です。応答率の式は定例報告と同じです。アラームが鳴ったときは ${alarmRunbook} を見てください。`,
  });
}

function now({ metric }: DeskDashboardProps): SingleValueWidget {
  return new SingleValueWidget({
    title: "いまの窓口",
    width: 24,
    height: 3,
    metrics: [
      metric("AnswerRate", "今日の応答率（％）"),
      metric("CallsAnswered", "応答数"),
      metric("CallsOffered", "受電数"),
      metric("CallersWaiting", "待っている人"),
      metric("LongestWait", "最長の待ち（秒）"),
      metric("OperatorsStaffed", "受けられるオペレータ"),
    ],
  });
}

function desk({ metric, programme }: DeskDashboardProps): GraphWidget[] {
  const targetPercent = targetPercentOf(programme);
  return [
    graph("今日のこれまでの応答率と目標", "％", {
      left: [metric("AnswerRate", "応答率")],
      leftYAxis: { label: "％", min: 0, max: 100, showUnits: false },
      leftAnnotations: [{ value: targetPercent, label: `目標 ${inWords(targetPercent)}％` }],
    }),
    graph("今日のこれまでの電話", "件", {
      left: [metric("CallsOffered", "受電数"), metric("CallsAnswered", "応答数")],
    }),
    graph("待ち", "人", {
      left: [metric("CallersWaiting", "待っている人")],
      right: [metric("LongestWait", "最長の待ち（秒）")],
      rightYAxis: { label: "秒", min: 0, showUnits: false },
      rightAnnotations: [{ value: longestWaitSeconds, label: "アラーム" }],
    }),
    graph("受付時間内に電話を受けられるオペレータ", "人", {
      left: [metric("OperatorsStaffed", "オペレータ")],
    }),
  ];
}

function work({ metric, stores }: DeskDashboardProps): GraphWidget[] {
  const parked = new Metric({
    namespace: "AWS/DynamoDB",
    metricName: "SuccessfulRequestLatency",
    dimensionsMap: { TableName: stores.tables.Parked.tableName, Operation: "PutItem" },
    statistic: Stats.SAMPLE_COUNT,
    period: measuredEvery,
    label: "保留にした仕事",
  });
  return [
    graph("届かなかった仕事と保留", "件", {
      left: [
        stores.undelivered.metricApproximateNumberOfMessagesVisible({
          period: measuredEvery,
          label: "届かなかった仕事（残り）",
        }),
        parked,
      ],
    }),
    graph("遅れている記録と報告", "件", {
      left: [
        metric("ContactRecordsLate", "記録が届かない応対"),
        metric("ReportsOverdue", "期限を過ぎた定例報告"),
      ],
    }),
  ];
}

function technology(props: DeskDashboardProps): GraphWidget[] {
  const handlers = Object.keys(handlerDefinitions) as HandlerName[];
  const each = (metricName: string, statistic: string): IMetric[] =>
    handlers.map(
      (handler) =>
        new Metric({
          namespace: "AWS/Lambda",
          metricName,
          dimensionsMap: { FunctionName: functionName({ ...props, handler }) },
          statistic,
          period: measuredEvery,
          label: handler,
        }),
    );
  return [
    graph("ハンドラの失敗", "回", { left: each("Errors", Stats.SUM) }),
    graph("ハンドラの所要時間（最大）", "ミリ秒", { left: each("Duration", Stats.MAXIMUM) }),
  ];
}

function graph(title: string, unit: string, props: GraphWidgetProps): GraphWidget {
  return new GraphWidget({
    title,
    width: half,
    height: 6,
    leftYAxis: { label: unit, min: 0, showUnits: false },
    ...props,
  });
}

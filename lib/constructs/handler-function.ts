import { join } from "node:path";
import { Duration, Validations } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Runtime, Tracing } from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { LogLevel, NodejsFunction, OutputFormat } from "aws-cdk-lib/aws-lambda-nodejs";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { alarmPeople } from "./alarm-people.ts";
import { bundledDeskCommand } from "./bundled-desk.ts";
import { bundledFontsCommand } from "./bundled-fonts.ts";
import { bundledWebFilesCommand } from "./bundled-web-files.ts";
import { type HandlerAccess, permissionsOf, variablesOf } from "./handler-access.ts";
import { handlerBundling, handlerNodeOptions } from "./handler-bundling.ts";
import { handlerDefinitions } from "./handler-definitions.ts";
import { intakeFindings } from "./intake-access.ts";
import { portableSourceMapCommand } from "./portable-source-map.ts";
import { wildcardFinding } from "./wildcard-finding.ts";

const projectRoot = join(import.meta.dirname, "../..");

/** The most characters that a Lambda function's name may have. */
const longestName = 64;

/**
 * One deployed handler: the only place that says runtime, bundling, logging and tracing. What it may touch, and under
 * which variable it finds it, is said in `handler-definitions.ts`. A failure raises an alarm.
 */
export class HandlerFunction extends Construct {
  readonly function: NodejsFunction;

  constructor(scope: Construct, id: string, props: HandlerAccess) {
    super(scope, id);
    const definition = handlerDefinitions[props.handler];
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    const logGroup = new LogGroup(this, "Logs", { retention: RetentionDays.THREE_MONTHS });
    logGroup.grantWrite(role);
    this.function = new NodejsFunction(this, "Function", {
      functionName: functionName(props),
      description: definition.description,
      entry: join(projectRoot, "lambdas", `${props.handler}.ts`),
      projectRoot,
      depsLockFilePath: join(projectRoot, "package-lock.json"),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: definition.memoryMebibytes,
      timeout: Duration.seconds(definition.timeoutSeconds),
      role,
      logGroup,
      tracing: Tracing.ACTIVE,
      awsSdkConnectionReuse: false,
      environment: { ...variablesOf(props), NODE_OPTIONS: handlerNodeOptions },
      bundling: {
        ...handlerBundling,
        mainFields: [...handlerBundling.mainFields],
        format: OutputFormat.ESM,
        bundleAwsSDK: true,
        sourceMap: true,
        logLevel: LogLevel.WARNING,
        forceDockerBundling: false,
        commandHooks: {
          beforeBundling: () => [],
          beforeInstall: () => [],
          afterBundling: (_projectFolder, bundleFolder) => [
            portableSourceMapCommand(bundleFolder),
            ...(definition.printsDocuments ? [bundledFontsCommand(bundleFolder)] : []),
            ...(definition.servesWebFiles ? [bundledWebFilesCommand(bundleFolder)] : []),
            ...(definition.servesDesk ? [bundledDeskCommand(bundleFolder)] : []),
          ],
        },
      },
    });
    if (definition.isCalledAsynchronously)
      this.function.configureAsyncInvoke({
        retryAttempts: 2,
        maxEventAge: Duration.hours(6),
        onFailure: new SqsDestination(props.stores.undelivered),
      });
    for (const statement of permissionsOf(this, props)) role.addToPolicy(statement);
    acknowledgeFindings(role, props);
    alarmPeople(this, "Failed", {
      metric: this.function.metricErrors({ period: Duration.minutes(5) }),
      atLeast: 1,
      description: `${props.handler} が失敗しました。ログで理由を見てください。`,
      topic: props.stores.alarms,
    });
  }
}

function acknowledgeFindings(role: Role, props: HandlerAccess): void {
  const { handler, programme } = props;
  const { reports } = props.stores;
  const { publishesReports, readsReports } = handlerDefinitions[handler];
  Validations.of(role).acknowledge({
    id: "AwsSolutions-IAM5[Resource::*]",
    reason: "2026-11-24: X-Ray's PutTraceSegments and PutTelemetryRecords take no resource.",
  });
  for (const finding of intakeFindings(props)) Validations.of(role).acknowledge(finding);
  if (publishesReports || readsReports)
    Validations.of(role).acknowledge({
      id: wildcardFinding(reports, reports.bucketArn, `/${programme.id}/*`),
      reason: "2026-11-24: the programme's own folder; its reports are named as they are made.",
    });
}

/** The name of a handler's function; throws where it would be longer than Lambda takes. */
export function functionName({
  environment,
  programme,
  handler,
}: Pick<HandlerAccess, "environment" | "programme" | "handler">): string {
  const name = `${environment}-${programme.id}-${handler}`;
  if (name.length > longestName)
    throw new Error(
      `The function name ${name} is longer than ${longestName} characters: shorten the programme's id.`,
    );
  return name;
}

import { Duration, Size, Validations } from "aws-cdk-lib";
import {
  AccessLogField,
  AccessLogFormat,
  CognitoUserPoolsAuthorizer,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  type Method,
  MethodLoggingLevel,
  RestApi,
} from "aws-cdk-lib/aws-apigateway";
import type { IUserPool } from "aws-cdk-lib/aws-cognito";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { DeskGuard } from "./desk-guard.ts";

/** Who answers, and whose tokens open it. */
export interface DeskApiProps {
  readonly name: string;
  readonly pool: IUserPool;
  /** Hands out the screens. */
  readonly showDesk: IFunction;
  /** Answers the screens. */
  readonly answerDesk: IFunction;
}

/** For the whole desk together. */
const throttling = { throttlingRateLimit: 100, throttlingBurstLimit: 200 };

/** A removed person's token works until it ends; what was decided about one is not kept longer than it takes to ask. */
const decisionKept = Duration.minutes(1);

/**
 * The desk's screens at `/` and its API at `/api/`, on one origin, so that no other origin is ever trusted. Every request to
 * the API needs an ID token of the pool, which API Gateway verifies; roles are asked for by the function
 * (`lambdas/desk/router.ts`). A regional REST API, because a web ACL can guard it in Tokyo (docs/architecture.md, rule 8). Its
 * logs hold neither addresses nor paths as they were asked: those hold receipt numbers.
 */
export class DeskApi extends Construct {
  readonly url: string;

  constructor(scope: Construct, id: string, props: DeskApiProps) {
    super(scope, id);
    const api = new RestApi(this, "Api", {
      restApiName: props.name,
      description: "The desk: its screens and their API",
      endpointTypes: [EndpointType.REGIONAL],
      minCompressionSize: Size.kibibytes(1),
      cloudWatchRole: true,
      deployOptions: {
        stageName: "v1",
        ...throttling,
        accessLogDestination: new LogGroupLogDestination(
          new LogGroup(this, "AccessLogs", { retention: RetentionDays.THREE_MONTHS }),
        ),
        accessLogFormat: accessLogFormat(),
        loggingLevel: MethodLoggingLevel.ERROR,
        dataTraceEnabled: false,
        tracingEnabled: true,
      },
    });
    const screens = new LambdaIntegration(props.showDesk, { allowTestInvoke: false });
    const open = [
      api.root.addMethod("GET", screens),
      api.root.addResource("{file}").addMethod("GET", screens),
      api.root.addResource("assets").addResource("{file}").addMethod("GET", screens),
    ];
    const authorizer = new CognitoUserPoolsAuthorizer(this, "SignedIn", {
      cognitoUserPools: [props.pool],
      resultsCacheTtl: decisionKept,
    });
    api.root
      .addResource("api")
      .addResource("{proxy+}")
      .addMethod("ANY", new LambdaIntegration(props.answerDesk, { allowTestInvoke: false }), { authorizer });
    this.url = api.url;
    new DeskGuard(this, "Guard", { name: props.name, stageArn: api.deploymentStage.stageArn });
    acknowledgeFindings(api, open);
  }
}

function accessLogFormat(): AccessLogFormat {
  return AccessLogFormat.custom(
    JSON.stringify({
      requestId: AccessLogField.contextRequestId(),
      time: AccessLogField.contextRequestTimeEpoch(),
      method: AccessLogField.contextHttpMethod(),
      path: AccessLogField.contextResourcePath(),
      status: AccessLogField.contextStatus(),
      responseMillis: AccessLogField.contextResponseLatency(),
      error: AccessLogField.contextErrorResponseType(),
    }),
  );
}

function acknowledgeFindings(api: RestApi, open: readonly Method[]): void {
  Validations.of(api).acknowledge(
    {
      id: "AwsSolutions-APIG2",
      reason:
        "2026-11-24: the function checks each request by the contract, and says in Japanese what is wrong.",
    },
    {
      id: "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]",
      reason: "2026-11-24: the role that API Gateway's documentation prescribes for its logs.",
    },
  );
  const reason = "2026-11-24: the screens' own files, with nobody's data; signing in begins with them.";
  for (const method of open)
    for (const id of ["AwsSolutions-APIG4", "AwsSolutions-COG4"])
      Validations.of(method).acknowledge({ id, reason });
}

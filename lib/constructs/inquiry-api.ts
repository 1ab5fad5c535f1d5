import { Validations } from "aws-cdk-lib";
import {
  AccessLogField,
  AccessLogFormat,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  RestApi,
} from "aws-cdk-lib/aws-apigateway";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { CfnWebACL, CfnWebACLAssociation } from "aws-cdk-lib/aws-wafv2";
import { Construct } from "constructs";

/** Who takes inquiries, and how many. */
export interface InquiryApiProps {
  readonly name: string;
  readonly submitWebForm: IFunction;
  /** Requests that one address may send within five minutes. */
  readonly requestsPerAddress: number;
}

/** For all callers together; a campaign letter brings a few a second. */
const throttling = { throttlingRateLimit: 20, throttlingBurstLimit: 40 };

/**
 * `POST /inquiries`, where the web form is sent. A regional REST API, because a web ACL can guard it in Tokyo, which it
 * cannot do for an HTTP API (docs/architecture.md, rule 8). Its logs hold no address and nothing that was written.
 */
export class InquiryApi extends Construct {
  readonly url: string;

  constructor(scope: Construct, id: string, props: InquiryApiProps) {
    super(scope, id);
    const api = new RestApi(this, "Api", {
      restApiName: props.name,
      description: "Takes written inquiries",
      endpointTypes: [EndpointType.REGIONAL],
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
    api.root
      .addResource("inquiries")
      .addMethod("POST", new LambdaIntegration(props.submitWebForm, { allowTestInvoke: false }));
    this.url = api.urlForPath("/inquiries");
    this.limitByAddress(api, props);
    acknowledgeFindings(api);
  }

  private limitByAddress(api: RestApi, { name, requestsPerAddress }: InquiryApiProps): void {
    const visibilityConfig = (metricName: string) => ({
      cloudWatchMetricsEnabled: true,
      metricName,
      sampledRequestsEnabled: false,
    });
    const webAcl = new CfnWebACL(this, "WebAcl", {
      scope: "REGIONAL",
      defaultAction: { allow: {} },
      visibilityConfig: visibilityConfig(name),
      rules: [
        {
          name: "requests-per-address",
          priority: 0,
          statement: { rateBasedStatement: { aggregateKeyType: "IP", limit: requestsPerAddress } },
          action: { block: { customResponse: { responseCode: 429 } } },
          visibilityConfig: visibilityConfig(`${name}-limited`),
        },
      ],
    });
    new CfnWebACLAssociation(this, "WebAclAssociation", {
      resourceArn: api.deploymentStage.stageArn,
      webAclArn: webAcl.attrArn,
    });
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

function acknowledgeFindings(api: RestApi): void {
  Validations.of(api).acknowledge(
    {
      id: "AwsSolutions-APIG2",
      reason: "2026-11-24: the handler checks the form, and says in Japanese which answer is wrong.",
    },
    { id: "AwsSolutions-APIG4", reason: "2026-11-24: a public form; a resident does not sign in to ask." },
    { id: "AwsSolutions-COG4", reason: "2026-11-24: a public form; a resident does not sign in to ask." },
    {
      id: "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]",
      reason: "2026-11-24: the role that API Gateway's documentation prescribes for its logs.",
    },
  );
}

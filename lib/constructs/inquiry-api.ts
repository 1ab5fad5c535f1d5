import { Validations } from "aws-cdk-lib";
import {
  AccessLogField,
  AccessLogFormat,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  ResponseType,
  RestApi,
} from "aws-cdk-lib/aws-apigateway";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { webFileNames } from "./bundled-web-files.ts";
import { FormGuard } from "./form-guard.ts";
import { type Refusal, refusalPage } from "./refusal-page.ts";

/** Who answers at which path, and how often. */
export interface InquiryApiProps {
  readonly name: string;
  /** Hands out the form and its files. */
  readonly showForm: IFunction;
  /** Takes what the form sends. */
  readonly submitWebForm: IFunction;
  /** Shows where an inquiry stands. */
  readonly showInquiryStatus: IFunction;
  /** Posts that one address may send within five minutes. */
  readonly postsPerAddress: number;
}

/** A request of the API, and who answers it. */
type Route = readonly ["GET" | "POST", string, IFunction];

/** For all together: a page is a dozen requests, and a campaign letter brings a few inquiries a second. */
const readThrottling = { throttlingRateLimit: 200, throttlingBurstLimit: 400 };
const postThrottling = { throttlingRateLimit: 20, throttlingBurstLimit: 40 };

/**
 * The web form, all on one level: its pages, the files that they name, and what it sends. A regional REST API, because a web
 * ACL can guard it in Tokyo, which it cannot do for an HTTP API (docs/architecture.md, rule 8). Its logs hold no address and
 * nothing that was written.
 */
export class InquiryApi extends Construct {
  /** Of the form. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: InquiryApiProps) {
    super(scope, id);
    const routes = routesOf(props);
    const posts = routes.filter(([method]) => method === "POST");
    const api = new RestApi(this, "Api", {
      restApiName: props.name,
      description: "The web form",
      endpointTypes: [EndpointType.REGIONAL],
      // Pictures come as they are; everything else is text.
      binaryMediaTypes: ["multipart/form-data"],
      cloudWatchRole: true,
      deployOptions: {
        stageName: "v1",
        ...readThrottling,
        methodOptions: Object.fromEntries(posts.map(([, path]) => [`/${path}/POST`, postThrottling])),
        accessLogDestination: new LogGroupLogDestination(
          new LogGroup(this, "AccessLogs", { retention: RetentionDays.THREE_MONTHS }),
        ),
        accessLogFormat: accessLogFormat(),
        loggingLevel: MethodLoggingLevel.ERROR,
        dataTraceEnabled: false,
        tracingEnabled: true,
      },
    });
    for (const [method, path, answeredBy] of routes) {
      const resource = api.root.getResource(path) ?? api.root.addResource(path);
      resource.addMethod(method, new LambdaIntegration(answeredBy, { allowTestInvoke: false }));
    }
    refuse(api, ResponseType.REQUEST_TOO_LARGE, "too-large");
    refuse(api, ResponseType.THROTTLED, "too-many");
    this.url = api.urlForPath("/form");
    const { name, postsPerAddress } = props;
    new FormGuard(this, "Guard", { name, stageArn: api.deploymentStage.stageArn, postsPerAddress });
    acknowledgeFindings(api);
  }
}

function routesOf({ showForm, submitWebForm, showInquiryStatus }: InquiryApiProps): Route[] {
  const shown = ["form", "form-easy", "form-en", ...webFileNames()];
  const sent = ["form-check", "form-edit", "inquiries"];
  return [
    ...shown.map((path): Route => ["GET", path, showForm]),
    ...sent.map((path): Route => ["POST", path, submitWebForm]),
    ["GET", "inquiry-status", showInquiryStatus],
    ["POST", "inquiry-status", showInquiryStatus],
  ];
}

/** What API Gateway itself answers, in words that say what to do. */
function refuse(api: RestApi, type: ResponseType, refusal: Refusal): void {
  api.addGatewayResponse(`Refused-${refusal}`, {
    type,
    templates: { "text/html": refusalPage(refusal), "application/json": JSON.stringify({ fault: refusal }) },
  });
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

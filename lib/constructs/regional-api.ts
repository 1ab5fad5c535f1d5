import { Validations } from "aws-cdk-lib";
import {
  AccessLogField,
  AccessLogFormat,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  RestApi,
  type RestApiProps,
  type StageOptions,
} from "aws-cdk-lib/aws-apigateway";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";

/** What one API has of its own. */
export interface RegionalApiProps
  extends Pick<RestApiProps, "binaryMediaTypes" | "description" | "minCompressionSize"> {
  readonly name: string;
  /** How often it may be asked, by all together. */
  readonly throttling: Pick<StageOptions, "throttlingBurstLimit" | "throttlingRateLimit" | "methodOptions">;
  /** Why API Gateway does not check what is sent (finding APIG2). */
  readonly whyUnchecked: string;
}

/**
 * A regional REST API, because a web ACL can guard it in Tokyo, which it cannot do for an HTTP API (docs/architecture.md,
 * rule 8). Its logs hold no address, no path as it was asked, and nothing that was written.
 */
export function regionalApi(scope: Construct, props: RegionalApiProps): RestApi {
  const { name, throttling, whyUnchecked, ...ofItsOwn } = props;
  const api = new RestApi(scope, "Api", {
    restApiName: name,
    ...ofItsOwn,
    endpointTypes: [EndpointType.REGIONAL],
    cloudWatchRole: true,
    deployOptions: {
      stageName: "v1",
      ...throttling,
      accessLogDestination: new LogGroupLogDestination(
        new LogGroup(scope, "AccessLogs", { retention: RetentionDays.THREE_MONTHS }),
      ),
      accessLogFormat: accessLogFormat(),
      loggingLevel: MethodLoggingLevel.ERROR,
      dataTraceEnabled: false,
      tracingEnabled: true,
    },
  });
  Validations.of(api).acknowledge(
    { id: "AwsSolutions-APIG2", reason: whyUnchecked },
    {
      id: "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]",
      reason: "2026-11-24: the role that API Gateway's documentation prescribes for its logs.",
    },
  );
  return api;
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

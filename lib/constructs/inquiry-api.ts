import { Validations } from "aws-cdk-lib";
import { LambdaIntegration, ResponseType, type RestApi } from "aws-cdk-lib/aws-apigateway";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { webFileNames } from "./bundled-web-files.ts";
import { FormGuard } from "./form-guard.ts";
import { type Refusal, refusalPage } from "./refusal-page.ts";
import { regionalApi } from "./regional-api.ts";

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

/** The web form, all on one level: its pages, the files that they name, and what it sends. */
export class InquiryApi extends Construct {
  /** Of the form. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: InquiryApiProps) {
    super(scope, id);
    const routes = routesOf(props);
    const posts = routes.filter(([method]) => method === "POST");
    const api = regionalApi(this, {
      name: props.name,
      description: "The web form",
      // Pictures come as they are; everything else is text.
      binaryMediaTypes: ["multipart/form-data"],
      throttling: {
        ...readThrottling,
        methodOptions: Object.fromEntries(posts.map(([, path]) => [`/${path}/POST`, postThrottling])),
      },
      whyUnchecked: "2026-11-24: the handler checks the form, and says in Japanese which answer is wrong.",
    });
    const reason = "2026-11-24: a public form; a resident does not sign in to ask.";
    for (const finding of ["AwsSolutions-APIG4", "AwsSolutions-COG4"])
      Validations.of(api).acknowledge({ id: finding, reason });
    for (const [method, path, answeredBy] of routes) {
      const resource = api.root.getResource(path) ?? api.root.addResource(path);
      resource.addMethod(method, new LambdaIntegration(answeredBy, { allowTestInvoke: false }));
    }
    refuse(api, ResponseType.REQUEST_TOO_LARGE, "too-large");
    refuse(api, ResponseType.THROTTLED, "too-many");
    this.url = api.urlForPath("/form");
    const { name, postsPerAddress } = props;
    new FormGuard(this, "Guard", { name, stageArn: api.deploymentStage.stageArn, postsPerAddress });
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

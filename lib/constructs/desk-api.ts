import { Duration, Size, Validations } from "aws-cdk-lib";
import { CognitoUserPoolsAuthorizer, LambdaIntegration, type Method } from "aws-cdk-lib/aws-apigateway";
import type { IUserPool } from "aws-cdk-lib/aws-cognito";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { DeskGuard } from "./desk-guard.ts";
import { regionalApi } from "./regional-api.ts";

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
 * (`lambdas/desk/router.ts`). Paths as they were asked are logged nowhere: they hold receipt numbers.
 */
export class DeskApi extends Construct {
  readonly url: string;

  constructor(scope: Construct, id: string, props: DeskApiProps) {
    super(scope, id);
    const api = regionalApi(this, {
      name: props.name,
      description: "The desk: its screens and their API",
      minCompressionSize: Size.kibibytes(1),
      throttling,
      whyUnchecked:
        "2026-11-24: the function checks each request by the contract, and says in Japanese what is wrong.",
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
    acknowledgeOpen(open);
  }
}

function acknowledgeOpen(methods: readonly Method[]): void {
  const reason = "2026-11-24: the screens' own files, with nobody's data; signing in begins with them.";
  for (const method of methods)
    for (const id of ["AwsSolutions-APIG4", "AwsSolutions-COG4"])
      Validations.of(method).acknowledge({ id, reason });
}

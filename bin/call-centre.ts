import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { addCallCentre } from "../lib/call-centre.ts";
import { JapanOnly } from "../lib/japan-only.ts";
import { deployedIn } from "../lib/settings.ts";
import { deployments } from "../programmes/deployments.ts";

/** The CDK app: every programme that has the environment which `-c environment=…` names. */
const app = new App();
for (const { programme, settings } of deployedIn(app.node.tryGetContext("environment"), deployments))
  addCallCentre(app, settings, programme);
Validations.of(app).addPlugins(new JapanOnly(), new AwsSolutionsChecks(app));

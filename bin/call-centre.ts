import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { addCallCentre } from "../lib/call-centre.ts";
import { JapanOnly } from "../lib/japan-only.ts";
import { settingsOf } from "../lib/settings.ts";
import { programmes } from "../programmes/registry.ts";

/** The CDK app: every programme in the environment that `-c environment=…` names. */
const app = new App();
const settings = settingsOf(app.node.tryGetContext("environment"));
for (const programme of programmes) addCallCentre(app, settings, programme);
Validations.of(app).addPlugins(new JapanOnly(), new AwsSolutionsChecks(app));

import { readFileSync } from "node:fs";
import type { App } from "aws-cdk-lib";
import { addCallCentre } from "../../lib/call-centre.ts";
import { deployedIn } from "../../lib/settings.ts";
import { deployments } from "../../programmes/deployments.ts";
import type { Template } from "../../tools/deployment/cloud-assembly.ts";
import { unbundledApp } from "./deployed.ts";

/** The text of every template of an app, by the name of its stack, whichever stacks it has. */
export function templateTexts(app: App): ReadonlyMap<string, string> {
  return new Map(
    app
      .synth()
      .stacks.map(({ stackName, templateFullPath }) => [stackName, readFileSync(templateFullPath, "utf8")]),
  );
}

/** The environments that any programme has. */
export const environments: readonly string[] = [
  ...new Set(deployments.flatMap((one) => one.environments.map(({ environment }) => environment))),
];

/** What `cdk synth -c environment=…` writes, without bundling: the text of each template by the name of its stack. */
export function synthesised(environment: string): ReadonlyMap<string, string> {
  const app = unbundledApp();
  for (const { programme, settings } of deployedIn(environment, deployments))
    addCallCentre(app, settings, programme);
  return templateTexts(app);
}

/** The same, as templates. */
export function synthesisedTemplates(environment: string): ReadonlyMap<string, Template> {
  return new Map([...synthesised(environment)].map(([stack, text]) => [stack, JSON.parse(text) as Template]));
}

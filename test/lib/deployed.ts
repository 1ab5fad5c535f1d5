import { readFileSync } from "node:fs";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import type { EnvironmentSettings } from "../../domain/environment-settings.ts";
import { addCallCentre, type CallCentre } from "../../lib/call-centre.ts";
import { dev } from "../../programmes/kobaton-alkoo/environments/dev.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";

/** A resource of a template; its shape is CloudFormation's. */
export type Resource = ReturnType<Template["findResources"]>[string];

/** An app under the feature flags of `cdk.json`; handlers are not bundled. */
export function unbundledApp(): App {
  // The rules that CloudFormation Validate adds take seconds; `npm run synth` runs them.
  process.env["CDK_VALIDATION"] = "false";
  const { context } = JSON.parse(readFileSync(new URL("../../cdk.json", import.meta.url), "utf8"));
  return new App({ context: { ...context, "aws:cdk:bundling-stacks": [] } });
}

/** The first programme in its dev, with other settings where they are given. */
export function callCentre(settings: Partial<EnvironmentSettings> = {}): CallCentre {
  return addCallCentre(unbundledApp(), { ...dev, ...settings }, kobatonAlkoo);
}

/** The templates of a programme's stacks, by part. */
export function templatesOf(stacks: CallCentre): Readonly<Record<keyof CallCentre, Template>> {
  return {
    data: Template.fromStack(stacks.data),
    telephone: Template.fromStack(stacks.telephone),
    handlers: Template.fromStack(stacks.handlers),
    routing: Template.fromStack(stacks.routing),
    intake: Template.fromStack(stacks.intake),
    reports: Template.fromStack(stacks.reports),
    people: Template.fromStack(stacks.people),
    copies: Template.fromStack(stacks.copies),
    backup: Template.fromStack(stacks.backup),
    desk: Template.fromStack(stacks.desk),
    deskapi: Template.fromStack(stacks.deskapi),
    watch: Template.fromStack(stacks.watch),
    calendar: Template.fromStack(stacks.calendar),
    acceptance: Template.fromStack(stacks.acceptance),
  };
}

/** The resources of a type, by logical id. */
export function resources(template: Template, type: string): Record<string, Resource> {
  return template.findResources(type);
}

/** The one resource of a type. */
export function theOnly(template: Template, type: string): Resource {
  const [resource, ...others] = Object.values(resources(template, type));
  if (!resource || others.length > 0) throw new Error(`There is not exactly one ${type}.`);
  return resource;
}

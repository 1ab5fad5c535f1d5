import { readFileSync } from "node:fs";
import {
  type IPolicyValidationContext,
  type IPolicyValidationPlugin,
  type PolicyValidationPluginReport,
  type PolicyViolation,
  Stack,
  Token,
} from "aws-cdk-lib";
import { osaka, tokyo } from "../domain/environment-settings.ts";
import { BackupCopiesStack } from "./backup-copies-stack.ts";
import { BackupStack } from "./backup-stack.ts";

const regionPattern = /\b[a-z]{2,4}(?:-[a-z]{2,4})?-(?:north|south|east|west|central){1,2}-\d\b/g;

/** The AWS regions outside Japan that a text names, each once. */
export function regionsAbroad(text: string): string[] {
  const named = new Set(text.match(regionPattern));
  return [...named].filter((region) => region !== tokyo && region !== osaka);
}

/**
 * What a stack has to do with a region that it must not, in a sentence each: only the stack that keeps copies of backups is
 * in Osaka, only that one and the one that sends to it name Osaka, and none is or names anywhere else but Tokyo.
 */
export function placesForbidden(stack: Stack, templateText: string): string[] {
  const home = stack instanceof BackupCopiesStack ? osaka : tokyo;
  const mayNameOsaka = stack instanceof BackupCopiesStack || stack instanceof BackupStack;
  const named = [
    ...regionsAbroad(templateText),
    ...(!mayNameOsaka && templateText.includes(osaka) ? [osaka] : []),
  ];
  return [
    ...(stack.region === home ? [] : [`The stack is in ${regionInWords(stack)} and not in ${home}.`]),
    ...named.map((region) => `The template names the region ${region}.`),
  ];
}

function regionInWords({ region }: Stack): string {
  return Token.isUnresolved(region) ? "no region" : region;
}

/** Stops synthesis when a stack is where it must not be, or a template names a region that it must not. */
export class JapanOnly implements IPolicyValidationPlugin {
  readonly name = "JapanOnly";

  validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const stacks = new Map(
      context.appConstruct.node
        .findAll()
        .filter((one) => Stack.isStack(one))
        .map((stack) => [stack.node.path, stack]),
    );
    const violations = context.stackTemplates.flatMap(({ stackConstructPath, templatePath }) => {
      const stack = stacks.get(stackConstructPath);
      if (!stack) throw new Error(`There is a template of ${stackConstructPath}, and no such stack.`);
      return placesForbidden(stack, readFileSync(templatePath, "utf8")).map(
        (description): PolicyViolation => ({
          ruleName: "data-stays-in-japan",
          description,
          fix: `Use ${tokyo}; ${osaka} is for copies of backups.`,
          violatingResources: [{ constructPath: stackConstructPath, templatePath, locations: [] }],
        }),
      );
    });
    return { success: violations.length === 0, violations };
  }
}

import { readFileSync } from "node:fs";
import type {
  IPolicyValidationContext,
  IPolicyValidationPlugin,
  PolicyValidationPluginReport,
  PolicyViolation,
} from "aws-cdk-lib";
import { osaka, tokyo } from "../domain/environment-settings.ts";

const regionPattern = /\b[a-z]{2,4}(?:-[a-z]{2,4})?-(?:north|south|east|west|central){1,2}-\d\b/g;

/** The AWS regions outside Japan that a text names, each once. */
export function regionsAbroad(text: string): string[] {
  const named = new Set(text.match(regionPattern));
  return [...named].filter((region) => region !== tokyo && region !== osaka);
}

/** Stops synthesis when a template names a region outside Japan. */
export class JapanOnly implements IPolicyValidationPlugin {
  readonly name = "JapanOnly";

  validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const violations = context.stackTemplates.flatMap((stack) =>
      regionsAbroad(readFileSync(stack.templatePath, "utf8")).map(
        (region): PolicyViolation => ({
          ruleName: "data-stays-in-japan",
          description: `The template names the region ${region}.`,
          fix: `Use ${tokyo}, or ${osaka} for a backup.`,
          violatingResources: [
            { constructPath: stack.stackConstructPath, templatePath: stack.templatePath, locations: [] },
          ],
        }),
      ),
    );
    return { success: violations.length === 0, violations };
  }
}

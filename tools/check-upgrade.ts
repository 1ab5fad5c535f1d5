/**
 * Compares what is deployed with what is about to be, and ends with status 1 where a resource that holds data or the
 * telephone, or is declared to be kept, would be removed or replaced.
 *
 *     npm run check-upgrade -- --deployed FOLDER --assembly cdk.out/prod [--accept STACK/LOGICAL-ID]…
 *
 * FOLDER holds the deployed templates, STACK.template.json each (docs/runbooks/deploy.md says how they are fetched), or is
 * the cloud assembly of the version that is deployed. What was looked at and is meant is named with --accept.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readAssembly, readTemplate } from "./deployment/cloud-assembly.ts";
import { resourceRules } from "./deployment/resource-rules.ts";
import { type Effect, type Templates, upgradeEffects } from "./deployment/upgrade-effects.ts";

const usage =
  "Use: npm run check-upgrade -- --deployed FOLDER --assembly FOLDER [--accept STACK/LOGICAL-ID]…";

/** What to print, and the status to end with: 0 go on, 1 do not deploy, 2 nothing was compared. */
export interface Verdict {
  readonly lines: readonly string[];
  readonly status: 0 | 1 | 2;
}

/** Compares the templates of two folders. Throws what is wrong with a folder, in a sentence. */
export function checkUpgrade(deployedFolder: string, assembly: string, accepted: readonly string[]): Verdict {
  const deployed = templatesIn(deployedFolder);
  const next: Templates = new Map(readAssembly(assembly).map(({ name, template }) => [name, template]));
  const compared = [...deployed.keys()].filter((stack) => next.has(stack));
  if (compared.length === 0)
    return {
      lines: [`${deployedFolder} has no STACK.template.json of a stack in ${assembly}: fetch them again.`],
      status: 2,
    };
  const effects = upgradeEffects(deployed, next, resourceRules());
  const refused = effects.filter(({ resource, isPrecious }) => isPrecious && !accepted.includes(resource));
  const left = [...deployed.keys()].filter((stack) => !next.has(stack));
  return {
    lines: [
      ...left.map((stack) => `${stack} is not in ${assembly}: it stays as it is, and nobody updates it.`),
      ...effects.map((effect) => `${refused.includes(effect) ? "STOP  " : "      "}${inWords(effect)}`),
      `${compared.length} stacks compared: ${effects.length} resources removed or replaced, ${refused.length} of them must not be.`,
    ],
    status: refused.length > 0 ? 1 : 0,
  };
}

function templatesIn(folder: string): Templates {
  const ending = ".template.json";
  const files = readdirSync(folder).filter((file) => file.endsWith(ending));
  return new Map(files.map((file) => [file.slice(0, -ending.length), readTemplate(join(folder, file))]));
}

function inWords({ resource, type, effect, because }: Effect): string {
  return `${resource} (${type}) is ${effect}: ${because}`;
}

function main(): Verdict {
  try {
    const { deployed, assembly, accept } = parseArgs({
      options: {
        deployed: { type: "string" },
        assembly: { type: "string" },
        accept: { type: "string", multiple: true },
      },
    }).values;
    if (deployed === undefined || assembly === undefined) return { lines: [usage], status: 2 };
    return checkUpgrade(deployed, assembly, accept ?? []);
  } catch (error) {
    return { lines: [error instanceof Error ? error.message : String(error), usage], status: 2 };
  }
}

if (import.meta.main) {
  const { lines, status } = main();
  for (const line of lines) console.log(line);
  process.exitCode = status;
}

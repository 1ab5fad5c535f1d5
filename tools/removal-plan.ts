/**
 * Prints how a deployment is taken down: the order of its stacks, what each leaves in place, and what protects it.
 *
 *     npm run removal-plan -- cdk.out/prod
 */
import { isRetained, readAssembly, type Stack, type TemplateResource } from "./deployment/cloud-assembly.ts";

/** Without their key nothing else can be read, so keys go after everything. */
const key = "AWS::KMS::Key";

/** What holds objects must be empty before it can be deleted. */
const emptiedFirst = ["AWS::S3::Bucket", "AWS::Backup::BackupVault", "AWS::ECR::Repository"];

/** The plan of a deployment whose stacks are given each after those that it stands on. A line each. */
export function removalPlan(stacks: readonly Stack[]): string[] {
  const inOrder = stacks.toReversed();
  const kept = inOrder.flatMap(keptOf);
  const [keys, others] = [kept.filter(({ type }) => type === key), kept.filter(({ type }) => type !== key)];
  return [
    "Stacks, in the order in which they are destroyed:",
    ...inOrder.map((stack, index) => `${index + 1}. ${stack.name}: ${fateOf(stack)}`),
    "",
    "What stays, to be deleted by hand on the day that was approved:",
    ...[...others, ...keys].map(
      ({ stack, id, type, first }) => `- ${stack}/${id} (${type})${first && `: first ${first}`}`,
    ),
    "",
    `${kept.length} resources stay, ${keys.length} keys last.`,
  ];
}

function fateOf({ template, terminationProtection }: Stack): string {
  const all = Object.values(template.Resources);
  const staying = all.filter(isRetained).length;
  const protection = terminationProtection ? "; first lift its termination protection" : "";
  return `${all.length - staying} resources go, ${staying} stay${protection}`;
}

function keptOf({ name, template }: Stack) {
  return Object.entries(template.Resources)
    .filter(([, resource]) => isRetained(resource))
    .map(([id, resource]) => ({ stack: name, id, type: resource.Type, first: firstOf(resource) }));
}

function firstOf({ Type, Properties }: TemplateResource): string {
  if (JSON.stringify(Properties ?? {}).includes('"DeletionProtectionEnabled":true'))
    return "lift its deletion protection";
  return emptiedFirst.includes(Type) ? "delete everything in it, every version too" : "";
}

if (import.meta.main)
  try {
    const [, , folder] = process.argv;
    if (folder === undefined) throw new Error("Use: npm run removal-plan -- cdk.out/prod");
    for (const line of removalPlan(readAssembly(folder))) console.log(line);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }

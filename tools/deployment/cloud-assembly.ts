import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** A resource of a template, in CloudFormation's words. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}

/** What is read of a template. */
export interface Template {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs?: Readonly<
    Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: unknown } }>
  >;
}

/** A stack as it is to be deployed. */
export interface Stack {
  readonly name: string;
  readonly template: Template;
  readonly terminationProtection: boolean;
}

interface Artifact {
  readonly type: string;
  readonly dependencies?: readonly string[];
  readonly properties?: {
    readonly templateFile?: string;
    readonly stackName?: string;
    readonly terminationProtection?: boolean;
  };
}

/**
 * The stacks of a cloud assembly (`cdk synth --output FOLDER`), each after those that it stands on. Throws where the
 * folder is none, or has no stack.
 */
export function readAssembly(folder: string): Stack[] {
  const manifestFile = join(folder, "manifest.json");
  if (!existsSync(manifestFile))
    throw new Error(`${folder} is no cloud assembly: make it with cdk synth --output ${folder}.`);
  const { artifacts } = JSON.parse(readFileSync(manifestFile, "utf8")) as {
    readonly artifacts: Readonly<Record<string, Artifact>>;
  };
  const stacks = new Map<string, Stack>();

  function visit(id: string): void {
    const artifact = artifacts[id];
    if (!artifact || stacks.has(id)) return;
    for (const needed of artifact.dependencies ?? []) visit(needed);
    const { templateFile, stackName, terminationProtection } = artifact.properties ?? {};
    if (artifact.type === "aws:cloudformation:stack" && templateFile !== undefined)
      stacks.set(id, {
        name: stackName ?? id,
        template: readTemplate(join(folder, templateFile)),
        terminationProtection: terminationProtection ?? false,
      });
  }

  for (const id of Object.keys(artifacts)) visit(id);
  if (stacks.size === 0) throw new Error(`${folder} has no stack: synthesise it again.`);
  return [...stacks.values()];
}

/** A template in a file of JSON. Throws where the file holds none. */
export function readTemplate(file: string): Template {
  const template = JSON.parse(readFileSync(file, "utf8")) as Partial<Template>;
  if (template.Resources === undefined) throw new Error(`${basename(file)} is no template: fetch it again.`);
  return { ...template, Resources: template.Resources };
}

/** Whether a resource is left in place when its stack goes. */
export function isRetained({ DeletionPolicy }: TemplateResource): boolean {
  return DeletionPolicy === "Retain" || DeletionPolicy === "RetainExceptOnCreate";
}

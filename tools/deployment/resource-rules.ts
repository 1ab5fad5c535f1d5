import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** What CloudFormation says about a type of resource. */
export interface ResourceRules {
  /** Properties that cannot be changed without another resource in the place of this one. */
  readonly createOnly: ReadonlySet<string>;
  /** Whether it holds data. */
  readonly isStateful: boolean;
}

interface Entity {
  readonly cloudFormationType: string;
  readonly isStateful?: boolean;
  readonly properties: Readonly<
    Record<string, { readonly causesReplacement?: "yes" | "maybe" | "no" | undefined }>
  >;
}

/** AWS's resource specification, as the pinned CDK command line carries it for `cdk diff`. */
const specificationFile = join(import.meta.dirname, "../../node_modules/aws-cdk/db.json.gz");

/**
 * The rules of every type that AWS's specification knows, by type. Properties inside properties are not among them: the
 * specification marks few, and CloudFormation's change set has the last word.
 */
export function resourceRules(file = specificationFile): ReadonlyMap<string, ResourceRules> {
  const { schema } = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as {
    readonly schema: { readonly resource: { readonly entities: readonly Entity[] } };
  };
  return new Map(
    schema.resource.entities.map(({ cloudFormationType, isStateful = false, properties }) => {
      const createOnly = Object.entries(properties)
        .filter(([, { causesReplacement = "no" }]) => causesReplacement !== "no")
        .map(([name]) => name);
      return [cloudFormationType, { createOnly: new Set(createOnly), isStateful }];
    }),
  );
}

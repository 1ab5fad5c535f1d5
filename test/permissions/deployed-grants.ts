import type { Template } from "aws-cdk-lib/assertions";
import type { Resource } from "../lib/deployed.ts";
import type { Grant } from "./compare-permissions.ts";

/** A template by the part of the call centre that it deploys. */
export type Templates = Readonly<Record<string, Template>>;

/** A resource of one of the templates. */
interface Place {
  readonly part: string;
  readonly id: string;
}

/** A deployed function. */
export interface DeployedFunction {
  readonly name: string;
  readonly grants: readonly Grant[];
}

/** CloudFormation's, of whatever shape. */
type Properties = Resource[string];

/**
 * The deployed handlers, and every grant of the policies of their roles in any of the templates. What has no name is the
 * library's own function for custom resources; test/lib/constructs/ holds what it may do.
 *
 * Resources are named as in the embedded cloud: what a function is told under a variable, as `CASES_TABLE`, bears the name
 * that `environment` has under it. A resource that the function is not told of keeps its logical id.
 */
export function deployedFunctions(
  templates: Templates,
  environment: Readonly<Record<string, string>>,
): DeployedFunction[] {
  const named = resourcesOf(templates, "AWS::Lambda::Function").filter(
    ({ properties }) => properties["FunctionName"] !== undefined,
  );
  return named.map(({ place, properties }) => {
    const names = new Map<string, string>();
    for (const [variable, value] of Object.entries<unknown>(properties["Environment"].Variables)) {
      const told = placeOf(templates, place.part, value);
      if (told) names.set(keyOf(told), environment[variable] ?? variable);
    }
    const role = placeOf(templates, place.part, properties["Role"]);
    if (!role) throw new Error(`The function ${place.id} has no role of the templates.`);
    return {
      name: properties["FunctionName"],
      grants: statementsOf(templates, role).flatMap(({ part, statement }) =>
        grantsOf(statement, (value) => resolved(templates, names, part, value)),
      ),
    };
  });
}

function resourcesOf(templates: Templates, type: string) {
  return Object.entries(templates).flatMap(([part, template]) =>
    Object.entries(template.findResources(type)).map(([id, resource]) => ({
      place: { part, id },
      properties: resource.Properties as Properties,
    })),
  );
}

/** The statements that a role has of its own and by policies. A policy by its ARN alone cannot be read. */
function statementsOf(templates: Templates, role: Place): { part: string; statement: Properties }[] {
  const own = templates[role.part]!.findResources("AWS::IAM::Role")[role.id]!.Properties as Properties;
  if (own["ManagedPolicyArns"])
    throw new Error(`The role ${role.id} has policies that are not in a template.`);
  const policies = ["AWS::IAM::Policy", "AWS::IAM::ManagedPolicy"]
    .flatMap((type) => resourcesOf(templates, type))
    .filter(({ place, properties }) =>
      (properties["Roles"] ?? []).some((one: unknown) => {
        const holder = placeOf(templates, place.part, one);
        return holder !== undefined && keyOf(holder) === keyOf(role);
      }),
    );
  return [
    ...(own["Policies"] ?? []).map((policy: Properties) => ({ part: role.part, properties: policy })),
    ...policies.map(({ place, properties }) => ({ part: place.part, properties })),
  ].flatMap(({ part, properties }) =>
    properties["PolicyDocument"].Statement.map((statement: Properties) => ({ part, statement })),
  );
}

function grantsOf(statement: Properties, resolve: (value: unknown) => string): Grant[] {
  const { Effect, Action, Resource, Condition = {}, Sid: _sid, ...others } = statement;
  const { StringEquals = {}, ...otherConditions } = Condition;
  const unread = [...Object.keys(others), ...Object.keys(otherConditions)];
  if (Effect !== "Allow" || unread.length > 0)
    throw new Error(`A statement with ${Effect} ${unread.join()} cannot be compared.`);
  const condition = Object.fromEntries(
    Object.entries<unknown>(StringEquals).map(([key, values]) => [key, [values].flat().map(resolve)]),
  );
  return [Action]
    .flat()
    .flatMap((action: string) =>
      [Resource].flat().map((resource: unknown) => ({ action, resource: resolve(resource), condition })),
    );
}

const keyOf = ({ part, id }: Place) => `${part}.${id}`;

/** The value that a stack exports under a name. */
function exported(templates: Templates, name: unknown): { part: string; value: unknown } {
  for (const [part, template] of Object.entries(templates))
    for (const output of Object.values(template.findOutputs("*")))
      if (output["Export"]?.Name === name) return { part, value: output["Value"] };
  throw new Error(`No stack exports ${JSON.stringify(name)}.`);
}

/** A function of CloudFormation and its argument: `{ Ref: "X" }` is Ref of X. */
function intrinsic(value: unknown): [string?, Resource[string]?] {
  return Object.entries(Object(value))[0] ?? [];
}

/** The resource that a value names, by `Ref` or `Fn::GetAtt`, in its own stack or in another. */
function placeOf(templates: Templates, part: string, value: unknown): Place | undefined {
  const [operation, argument] = intrinsic(value);
  if (typeof value === "string") return undefined;
  if (operation === "Fn::ImportValue") {
    const other = exported(templates, argument);
    return placeOf(templates, other.part, other.value);
  }
  // A part of an ARN tells the resource as well as the whole.
  if (operation === "Fn::Select" || operation === "Fn::Split") return placeOf(templates, part, argument[1]);
  if (operation === "Ref" && !argument.startsWith("AWS::")) return { part, id: argument };
  return operation === "Fn::GetAtt" ? { part, id: argument[0] } : undefined;
}

const pseudoParameters: Readonly<Record<string, string>> = {
  "AWS::AccountId": "000000000000",
  "AWS::Partition": "aws",
  "AWS::Region": "ap-northeast-1",
};

const regional = (service: string, rest: string) => `arn:aws:${service}:ap-northeast-1:000000000000:${rest}`;

/** ARNs of the resources that handlers call (AWS, "Service Authorization Reference"); all others are shown by their id. */
const arns: Readonly<Record<string, (name: string) => string>> = {
  "AWS::DynamoDB::GlobalTable": (name) => regional("dynamodb", `table/${name}`),
  "AWS::S3::Bucket": (name) => `arn:aws:s3:::${name}`,
  "AWS::SecretsManager::Secret": (name) => regional("secretsmanager", `secret:${name}`),
  // A function is told an instance and a flow by their ids; the embedded cloud's instance is "local".
  "AWS::Connect::Instance": (name) => regional("connect", `instance/${name}`),
  "AWS::Connect::ContactFlow": (name) => regional("connect", `instance/local/contact-flow/${name}`),
  // A function is told a queue by its URL.
  "AWS::SQS::Queue": (name) =>
    name.startsWith("http") ? regional("sqs", name.split("/").at(-1) ?? "") : name,
};

/** A value of a template as CloudFormation would make it, in the embedded cloud's account and names. */
function resolved(
  templates: Templates,
  names: ReadonlyMap<string, string>,
  part: string,
  value: unknown,
): string {
  if (typeof value === "string") return value;
  const [operation, argument] = intrinsic(value);
  if (operation === "Fn::Join")
    return argument[1].map((one: unknown) => resolved(templates, names, part, one)).join(argument[0]);
  if (operation === "Ref" && pseudoParameters[argument]) return pseudoParameters[argument];
  const place = placeOf(templates, part, value);
  if (!place) throw new Error(`${JSON.stringify(value)} cannot be resolved.`);
  const type: string = templates[place.part]!.toJSON()["Resources"][place.id].Type;
  const name = names.get(keyOf(place)) ?? keyOf(place);
  return arns[type]?.(name) ?? name;
}

import {
  type AttributeDefinition,
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  type KeySchemaElement,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import {
  type TableDefinition,
  tableDefinitions,
  type TableKey,
  type TableName,
} from "../adapters/table-definitions.ts";
import { localAccess } from "./local-access.ts";

/** The name that a table bears in the embedded cloud. */
export function localTableName(table: TableName): string {
  return `callcentre-${table}`;
}

/**
 * Makes the tables that are missing. Several processes may do so at once; each finds all of them made when it returns.
 *
 * Throws where a table is there with other keys or indexes than the definition's.
 */
export async function makeTables(endpoint: string): Promise<void> {
  const client = new DynamoDBClient({ endpoint, ...localAccess });
  try {
    const names = Object.keys(tableDefinitions) as TableName[];
    await Promise.all(names.map((name) => makeTable(client, localTableName(name), tableDefinitions[name])));
  } finally {
    client.destroy();
  }
}

async function makeTable(client: DynamoDBClient, name: string, definition: TableDefinition): Promise<void> {
  const found = (await describe(client, name)) ?? (await create(client, name, definition));
  if (shapeOf(found) !== shapeOf(createInput(name, definition)))
    throw new Error(
      `the table ${name} was made by another version, with other keys: remove the state folder, or name another in CALLCENTRE_STATE`,
    );
  if (found.TableStatus !== "ACTIVE")
    await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 1 }, { TableName: name });
  if (definition.expiresBy !== undefined) await expire(client, name, definition.expiresBy);
}

async function describe(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    return Table;
  } catch (cause) {
    if (cause instanceof ResourceNotFoundException) return undefined;
    throw cause;
  }
}

/** Makes a table. Where that fails because another process made it first, which servers report in different words, answers that one. */
async function create(
  client: DynamoDBClient,
  name: string,
  definition: TableDefinition,
): Promise<TableDescription> {
  try {
    const { TableDescription } = await client.send(new CreateTableCommand(createInput(name, definition)));
    return TableDescription ?? {};
  } catch (cause) {
    const made = await describe(client, name);
    if (made === undefined) throw cause;
    return made;
  }
}

function createInput(tableName: string, definition: TableDefinition) {
  const keys = [definition, ...definition.indexes].flatMap(({ partitionKey, sortKey }) => [
    partitionKey,
    sortKey,
  ]);
  const types = new Map(keys.map((key) => [key.name, key.type]));
  const indexes = definition.indexes.map((index) => ({
    IndexName: index.name,
    KeySchema: keySchema(index),
    Projection: { ProjectionType: "KEYS_ONLY" as const },
  }));
  return {
    TableName: tableName,
    BillingMode: "PAY_PER_REQUEST" as const,
    AttributeDefinitions: [...types].map(
      ([name, type]): AttributeDefinition => ({ AttributeName: name, AttributeType: type }),
    ),
    KeySchema: keySchema(definition),
    ...(indexes.length > 0 ? { GlobalSecondaryIndexes: indexes } : {}),
  };
}

function keySchema(keys: {
  readonly partitionKey: TableKey;
  readonly sortKey: TableKey;
}): KeySchemaElement[] {
  return [
    { AttributeName: keys.partitionKey.name, KeyType: "HASH" },
    { AttributeName: keys.sortKey.name, KeyType: "RANGE" },
  ];
}

/** The keys of a table and of its indexes as one text, to compare. */
function shapeOf(table: Pick<TableDescription, "KeySchema" | "GlobalSecondaryIndexes">): string {
  const keys = (schema: readonly KeySchemaElement[] = []) => schema.map((key) => key.AttributeName).join("+");
  const indexes = (table.GlobalSecondaryIndexes ?? []).map(
    (index) => `${index.IndexName}=${keys(index.KeySchema)}`,
  );
  return [keys(table.KeySchema), ...indexes.toSorted()].join(" ");
}

async function expire(client: DynamoDBClient, name: string, attribute: string): Promise<void> {
  const isOn = async () => {
    const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName: name }));
    return TimeToLiveDescription?.AttributeName === attribute;
  };
  if (await isOn()) return;
  try {
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: name,
        TimeToLiveSpecification: { AttributeName: attribute, Enabled: true },
      }),
    );
  } catch (cause) {
    if (!(await isOn())) throw cause;
  }
}

import { type AttributeValue, DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** An item as DynamoDB holds it. */
type StoredItem = Record<string, AttributeValue>;

/** Writes items of a table, of which no two have the same key. */
export type WriteItems = (table: string, items: readonly StoredItem[]) => Promise<void>;

/** Whose stores keep what they put, until it is written all at once. */
export interface Gathering {
  readonly client: DynamoDBClient;
  flush(): Promise<void>;
}

/**
 * A client for the stores that keeps what they put until `flush` hands it to `write`: a large store is filled by the adapters
 * themselves, in the form that they read. It looks at no condition: each key
 * is to be put once.
 */
export function gatheringClient(write: WriteItems): Gathering {
  const client = new DynamoDBClient({ region: "ap-northeast-1" });
  const gathered = new Map<string, StoredItem[]>();
  client.middlewareStack.add(
    (_next, { commandName }) =>
      async (args) => {
        if (commandName !== "PutItemCommand") throw new Error(`A store that is filled asks ${commandName}.`);
        const { TableName, Item: item } = args.input as { TableName: string; Item: StoredItem };
        const items = gathered.get(TableName) ?? [];
        items.push(item);
        gathered.set(TableName, items);
        return { response: {}, output: { $metadata: {} } };
      },
    { step: "initialize" },
  );
  return {
    client,
    async flush() {
      for (const [table, items] of gathered) await write(table, items);
      gathered.clear();
    },
  };
}

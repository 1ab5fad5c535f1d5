import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  QueryCommand,
  type QueryCommandInput,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { Unavailable } from "../../usecases/ports/host.ts";

/** An item as plain data. */
export type Item = Readonly<Record<string, unknown>>;

/** Which items of a partition, or of one of an index. */
interface Query {
  readonly partition: readonly [name: string, value: string];
  readonly index?: string;
  readonly upTo?: readonly [name: string, value: number];
  readonly from?: readonly [name: string, value: number];
  readonly beginsWith?: readonly [name: string, value: string];
  readonly newestFirst?: boolean;
  /** Shows every write that was answered before; not for an index. It costs twice as much. */
  readonly isConsistent?: boolean;
}

/** Reads answer within this time or fail: a caller is waiting. */
const requestTimeoutMillis = 2_000;

/** A client for the stores; where it connects is the SDK's own configuration (region, `AWS_ENDPOINT_URL_DYNAMODB`). */
export function dynamoDbClient(): DynamoDBClient {
  return new DynamoDBClient({
    requestHandler: { requestTimeout: requestTimeoutMillis, throwOnRequestTimeout: true },
  });
}

/** One table: the only place that speaks DynamoDB. What the service refuses or does not answer is `Unavailable`. */
export class Table {
  readonly #client: DynamoDBClient;
  readonly #name: string;

  constructor(client: DynamoDBClient, name: string) {
    this.#client = client;
    this.#name = name;
  }

  /** The item as it is after every write that has been answered. */
  async get(key: Item): Promise<Item | undefined> {
    const { Item: found } = await this.#attempt("read", () =>
      this.#client.send(
        new GetItemCommand({ TableName: this.#name, Key: stored(key), ConsistentRead: true }),
      ),
    );
    return found && unmarshall(found);
  }

  async put(item: Item): Promise<void> {
    await this.#attempt("write", () =>
      this.#client.send(new PutItemCommand({ TableName: this.#name, Item: stored(item) })),
    );
  }

  /**
   * Writes an item where `condition` holds and answers "written"; where it does not, answers the item that is there
   * (undefined where there is none).
   */
  async putIf(
    item: Item,
    condition: {
      readonly expression: string;
      readonly names?: Record<string, string>;
      readonly values?: Item;
    },
  ): Promise<"written" | Item | undefined> {
    const command = new PutItemCommand({
      TableName: this.#name,
      Item: stored(item),
      ConditionExpression: condition.expression,
      ...(condition.names && { ExpressionAttributeNames: condition.names }),
      ...(condition.values && { ExpressionAttributeValues: stored(condition.values) }),
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    });
    return this.#attempt("write", async () => {
      try {
        await this.#client.send(command);
        return "written";
      } catch (cause) {
        if (cause instanceof ConditionalCheckFailedException) return cause.Item && unmarshall(cause.Item);
        throw cause;
      }
    });
  }

  /** Removes an item, only where `condition` holds if there is one; an item that is not there is no failure. */
  async remove(key: Item, condition?: { readonly expression: string; readonly values: Item }): Promise<void> {
    const command = new DeleteItemCommand({
      TableName: this.#name,
      Key: stored(key),
      ...(condition && {
        ConditionExpression: condition.expression,
        ExpressionAttributeValues: stored(condition.values),
      }),
    });
    await this.#attempt("write", async () => {
      try {
        await this.#client.send(command);
      } catch (cause) {
        if (!(cause instanceof ConditionalCheckFailedException)) throw cause;
      }
    });
  }

  /** Every item of a partition, or of one of an index, in order of its sort key. */
  async query(query: Query): Promise<Item[]> {
    const input = this.#inputOf(query);
    return this.#attempt("read", async () => {
      const items: Item[] = [];
      for await (const page of paginateQuery({ client: this.#client }, input))
        items.push(...(page.Items ?? []).map((item) => unmarshall(item)));
      return items;
    });
  }

  /**
   * At most `limit` items, from behind the key of `after` (every key of the table, and of the index if one is queried), which
   * need not be there any more.
   */
  async page(query: Query & { readonly limit: number; readonly after?: Item | undefined }): Promise<Item[]> {
    const { limit, after } = query;
    const command = new QueryCommand({
      ...this.#inputOf(query),
      Limit: limit,
      ...(after && { ExclusiveStartKey: stored(after) }),
    });
    const { Items = [] } = await this.#attempt("read", () => this.#client.send(command));
    return Items.map((item) => unmarshall(item));
  }

  #inputOf({
    partition,
    index,
    upTo,
    from,
    beginsWith,
    newestFirst,
    isConsistent,
  }: Query): QueryCommandInput {
    const sort = upTo ?? from ?? beginsWith;
    const sortCondition = beginsWith ? "begins_with(#sort, :sort)" : `#sort ${upTo ? "<=" : ">="} :sort`;
    return {
      TableName: this.#name,
      KeyConditionExpression: `#partition = :partition${sort ? ` AND ${sortCondition}` : ""}`,
      ExpressionAttributeNames: { "#partition": partition[0], ...(sort && { "#sort": sort[0] }) },
      ExpressionAttributeValues: stored({ ":partition": partition[1], ...(sort && { ":sort": sort[1] }) }),
      ...(index !== undefined && { IndexName: index }),
      ...(isConsistent && { ConsistentRead: true }),
      ScanIndexForward: !newestFirst,
    };
  }

  async #attempt<Answer>(what: string, work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (cause) {
      throw new Unavailable(`DynamoDB did not ${what} table ${this.#name}.`, { cause });
    }
  }
}

function stored(item: Item): Record<string, AttributeValue> {
  return marshall(item, { removeUndefinedValues: true });
}

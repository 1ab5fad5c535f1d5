import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from "@aws-sdk/client-dynamodb";
import { type TableName, tableDefinitions } from "../../adapters/table-definitions.ts";
import { localTableName } from "../../local/dynamodb-tables.ts";
import type { StoredItem } from "./item-size.ts";
import { refusedWriteUnits, type WriteUnits, writeUnits } from "./write-units.ts";

/** One write of an item, done or refused by its condition. */
export interface CountedWrite extends WriteUnits {
  readonly table: TableName;
  readonly isRefused: boolean;
  /** The item after the write; undefined where it was removed or the write was refused. */
  readonly written: StoredItem | undefined;
}

type Send = (this: DynamoDBClient, command: unknown, ...rest: unknown[]) => Promise<unknown>;
type Written = { readonly Attributes?: StoredItem };

/**
 * Notes what every write of this process costs, whoever's client does it, until `stop`. Each write is asked for the item that
 * it replaces. Writes of other kinds than the stores do are refused, so that none is missed.
 */
export function countWrites(): { readonly writes: readonly CountedWrite[]; stop(): void } {
  const writes: CountedWrite[] = [];
  const send = Reflect.get(DynamoDBClient.prototype, "send") as Send;

  const counting: Send = async function (command, ...rest) {
    if (command instanceof GetItemCommand || command instanceof QueryCommand)
      return send.call(this, command, ...rest);
    const asked = askedForBefore(command);
    const { TableName: name } = asked.input;
    const table = (Object.keys(tableDefinitions) as TableName[]).find((one) => localTableName(one) === name);
    if (!table) throw new Error(`There is no table ${name}.`);
    const written = asked instanceof PutItemCommand ? asked.input.Item : undefined;
    try {
      const answer = (await send.call(this, asked, ...rest)) as Written;
      const units = writeUnits(tableDefinitions[table], answer.Attributes, written);
      writes.push({ table, isRefused: false, written, ...units });
      return answer;
    } catch (cause) {
      if (cause instanceof ConditionalCheckFailedException)
        writes.push({ table, isRefused: true, written: undefined, ...refusedWriteUnits(cause.Item) });
      throw cause;
    }
  };

  Reflect.set(DynamoDBClient.prototype, "send", counting);
  return { writes, stop: () => void Reflect.set(DynamoDBClient.prototype, "send", send) };
}

function askedForBefore(command: unknown): PutItemCommand | DeleteItemCommand {
  const before = { ReturnValues: "ALL_OLD", ReturnValuesOnConditionCheckFailure: "ALL_OLD" } as const;
  if (command instanceof PutItemCommand) return new PutItemCommand({ ...command.input, ...before });
  if (command instanceof DeleteItemCommand) return new DeleteItemCommand({ ...command.input, ...before });
  throw new Error(`A store asks ${(command as object).constructor.name}, which is not counted.`);
}

import { describe } from "vitest";
import { dynamoDbEntries } from "../../adapters/dynamodb/entries.ts";
import { dynamoDbClient, Table } from "../../adapters/dynamodb/table.ts";
import { memoryEntries } from "../../adapters/memory/entries.ts";
import { newId } from "../../adapters/system/ids.ts";
import { reportLogIn } from "../../usecases/kept/desk-stores.ts";
import { reportLogContract } from "../contracts/report-log.ts";
import { aCloud } from "../support/cloud.ts";

const { name, environment } = await aCloud();
const inMemory = reportLogIn(memoryEntries);
const desk = new Table(dynamoDbClient(), environment["DESK_TABLE"] ?? "");
const inDynamoDb = reportLogIn((kind) => dynamoDbEntries(desk, kind));

describe("the log of reports in memory", () => reportLogContract(() => inMemory, newId));
describe(`the log of reports in DynamoDB, on ${name}`, () => reportLogContract(() => inDynamoDb, newId));

import { describe } from "vitest";
import { dynamoDbReportLog } from "../../adapters/dynamodb/report-log.ts";
import { dynamoDbClient, Table } from "../../adapters/dynamodb/table.ts";
import { memoryReportLog } from "../../adapters/memory/report-entries.ts";
import { newId } from "../../adapters/system/ids.ts";
import { reportLogContract } from "../contracts/report-log.ts";
import { aCloud } from "../support/cloud.ts";

const { name, environment } = await aCloud();
const inMemory = memoryReportLog();
const inDynamoDb = dynamoDbReportLog(new Table(dynamoDbClient(), environment["DESK_TABLE"] ?? ""));

describe("the log of reports in memory", () => reportLogContract(() => inMemory, newId));
describe(`the log of reports in DynamoDB, on ${name}`, () => reportLogContract(() => inDynamoDb, newId));

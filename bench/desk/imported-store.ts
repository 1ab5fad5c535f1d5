import { execFileSync } from "node:child_process";
import { appendFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type TableName, tableDefinitions } from "../../adapters/table-definitions.ts";
import { installedBinary } from "../../local/dynamodb-server.ts";
import { localTableName } from "../../local/dynamodb-tables.ts";
import { localAccess } from "../../local/local-access.ts";
import type { WriteItems } from "./gathering-client.ts";

/**
 * Writes items as files of the form in which DynamoDB exports tables, which the embedded server imports in far less time
 * than it takes single items (AWS: "DynamoDB table export output format").
 */
export function intoExport(folder: string): WriteItems {
  return async (table, items) => {
    mkdirSync(join(folder, table, "data"), { recursive: true });
    const lines = items.map((item) => `${JSON.stringify({ Item: item })}\n`);
    appendFileSync(join(folder, table, "data", "items.json"), lines.join(""));
  };
}

/** What DynamoDB says of every table, which an import needs. */
export async function tablesOf(endpoint: string): Promise<readonly unknown[]> {
  const client = new DynamoDBClient({ endpoint, ...localAccess });
  const names = (Object.keys(tableDefinitions) as TableName[]).map(localTableName);
  const described = await Promise.all(
    names.map((TableName) => client.send(new DescribeTableCommand({ TableName }))),
  );
  client.destroy();
  return described.map(({ Table }) => ({ Table }));
}

/** Makes the file of an embedded DynamoDB, whose server must have ended, from an export of its tables. */
export function importInto(file: string, folder: string, tables: readonly unknown[]): void {
  const binary = installedBinary();
  if (binary === undefined) throw new Error("No DynamoDB server is installed for this platform.");
  for (const items of globSync(join(folder, "*/data/items.json"))) {
    writeFileSync(`${items}.gz`, gzipSync(readFileSync(items), { level: 1 }));
    rmSync(items);
  }
  const schema = join(folder, "schema.json");
  writeFileSync(schema, JSON.stringify(tables));
  for (const ending of ["", "-wal", "-shm"]) rmSync(`${file}${ending}`, { force: true });
  execFileSync(binary, ["import", "--source", folder, "--schema", schema, "--output", file], {
    stdio: ["ignore", "ignore", "pipe"],
  });
}

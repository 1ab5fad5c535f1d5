import { RemovalPolicy } from "aws-cdk-lib";
import {
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  ProjectionType,
  TableEncryptionV2,
  TableV2,
} from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import {
  type TableDefinition,
  type TableKey,
  type TableName,
  tableDefinitions,
} from "../../adapters/table-definitions.ts";

const attributeTypes = { S: AttributeType.STRING, N: AttributeType.NUMBER } as const;

/** The service's tables, made from the one list of definitions; each can be restored to any second of the last 35 days. */
export class StoreTables extends Construct {
  readonly tables: Readonly<Record<TableName, TableV2>>;

  constructor(scope: Construct, id: string, key: IKey) {
    super(scope, id);
    const make = (name: TableName) => this.makeTable(name, tableDefinitions[name], key);
    this.tables = {
      Contacts: make("Contacts"),
      Cases: make("Cases"),
      Callbacks: make("Callbacks"),
      Desk: make("Desk"),
      Parked: make("Parked"),
      Audit: make("Audit"),
    };
  }

  private makeTable(name: TableName, definition: TableDefinition, key: IKey): TableV2 {
    return new TableV2(this, name, {
      partitionKey: attribute(definition.partitionKey),
      sortKey: attribute(definition.sortKey),
      globalSecondaryIndexes: definition.indexes.map(
        (index): GlobalSecondaryIndexPropsV2 => ({
          indexName: index.name,
          partitionKey: attribute(index.partitionKey),
          sortKey: attribute(index.sortKey),
          projectionType: ProjectionType.KEYS_ONLY,
        }),
      ),
      ...(definition.expiresBy === undefined ? {} : { timeToLiveAttribute: definition.expiresBy }),
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}

function attribute(key: TableKey) {
  return { name: key.name, type: attributeTypes[key.type] };
}

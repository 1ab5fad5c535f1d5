import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/** An item as DynamoDB holds it. */
export type StoredItem = Readonly<Record<string, AttributeValue>>;

/** The size of an item in bytes, as DynamoDB counts it (AWS: "DynamoDB item sizes and formats"). */
export function sizeOf(item: StoredItem): number {
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + sizeOfValue(value),
    0,
  );
}

/** A list or a map takes 3 bytes, and each of what it holds one more. Sets and binary values are not among what we keep. */
function sizeOfValue({ S, N, L, M }: AttributeValue): number {
  if (S !== undefined) return Buffer.byteLength(S);
  if (N !== undefined) return sizeOfNumber(N);
  if (L) return 3 + L.reduce((sum, value) => sum + 1 + sizeOfValue(value), 0);
  if (M)
    return (
      3 +
      Object.entries(M).reduce(
        (sum, [name, value]) => sum + 1 + Buffer.byteLength(name) + sizeOfValue(value),
        0,
      )
    );
  return 1;
}

/** A byte for every two significant digits, and one. */
function sizeOfNumber(written: string): number {
  const digits = written.replace(/^-|\./g, "").replace(/^0+|0+$/g, "");
  return Math.ceil(digits.length / 2) + 1;
}

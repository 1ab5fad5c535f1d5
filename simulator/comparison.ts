type Comparison = (value: string, operand: string) => boolean;

/** The operators of the flow language. That text operators heed upper and lower case is assumed; AWS says it of Equals. */
const comparisons = {
  Equals: (value, operand) => value === operand,
  TextStartsWith: (value, operand) => value.startsWith(operand),
  TextEndsWith: (value, operand) => value.endsWith(operand),
  TextContains: (value, operand) => value.includes(operand),
  NumberGreaterThan: numeric((value, operand) => value > operand),
  NumberGreaterOrEqualTo: numeric((value, operand) => value >= operand),
  NumberLessThan: numeric((value, operand) => value < operand),
  NumberLessOrEqualTo: numeric((value, operand) => value <= operand),
  // The spelling of AWS's page on DistributeByPercentage.
  NumericLessThan: numeric((value, operand) => value < operand),
} as const satisfies Record<string, Comparison>;

export type ComparisonOperator = keyof typeof comparisons;

export function isOperator(name: unknown): name is ComparisonOperator {
  return typeof name === "string" && Object.hasOwn(comparisons, name);
}

/** Whether a condition is true of a value. */
export function holds(operator: ComparisonOperator, value: string, operand: string): boolean {
  return comparisons[operator](value, operand);
}

/** Numeric operators are false when either side is not a number (AWS, flow language actions). */
function numeric(compare: (value: number, operand: number) => boolean): Comparison {
  return (value, operand) => isNumber(value) && isNumber(operand) && compare(Number(value), Number(operand));
}

function isNumber(text: string): boolean {
  return text.trim() !== "" && Number.isFinite(Number(text));
}

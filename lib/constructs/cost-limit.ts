import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import type { Construct } from "constructs";

/** How much, and who is told. */
export interface CostLimitProps {
  /** Unique in the account. */
  readonly name: string;
  readonly monthlyUsd: number;
  /** 1 to 10 addresses. */
  readonly mails: readonly string[];
}

/** Shares of the limit, in percent: what is spent, and what the month is expected to cost. */
const told = [
  { notificationType: "ACTUAL", threshold: 80 },
  { notificationType: "FORECASTED", threshold: 100 },
] as const;

/**
 * Tells people by mail when the account is about to cost more than it may. AWS Budgets is a global service; what rests in
 * it is an amount and the mail addresses of staff, and nothing of a resident
 * (docs/decisions/0010-the-cost-limit-is-kept-globally.md).
 */
export function addCostLimit(
  scope: Construct,
  id: string,
  { name, monthlyUsd, mails }: CostLimitProps,
): void {
  const subscribers = mails.map((address) => ({ address, subscriptionType: "EMAIL" }));
  new CfnBudget(scope, id, {
    budget: {
      budgetName: name,
      budgetType: "COST",
      timeUnit: "MONTHLY",
      budgetLimit: { amount: monthlyUsd, unit: "USD" },
    },
    notificationsWithSubscribers: told.map((threshold) => ({
      notification: { ...threshold, thresholdType: "PERCENTAGE", comparisonOperator: "GREATER_THAN" },
      subscribers,
    })),
  });
}

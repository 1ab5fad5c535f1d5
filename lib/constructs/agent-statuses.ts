import { CfnAgentStatus } from "aws-cdk-lib/aws-connect";
import type { Construct } from "constructs";

/** What somebody who takes no contact is doing, in the order in which the list shows it; identifiers never change. */
const statuses = [
  { id: "OnBreak", name: "休憩", description: "昼の休みと、交代で取る短い休み" },
  { id: "InTraining", name: "研修", description: "研修、打合せ、面談" },
  { id: "Away", name: "離席", description: "短い離席" },
  { id: "WritingUp", name: "後処理延長", description: "長くかかる後処理と、登録情報の作業" },
] as const;

/**
 * The statuses of the desk beside Amazon Connect's own Available and Offline. They are the desk's way of working, the same
 * for every programme. Connect has no call that deletes one: what leaves this list is assumed to be disabled there.
 */
export function agentStatuses(scope: Construct, instanceArn: string): void {
  for (const [index, { id, name, description }] of statuses.entries())
    new CfnAgentStatus(scope, id, {
      instanceArn,
      name,
      description,
      displayOrder: index + 1,
      state: "ENABLED",
    });
}

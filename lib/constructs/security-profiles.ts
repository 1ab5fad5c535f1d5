import { CfnSecurityProfile } from "aws-cdk-lib/aws-connect";
import type { Construct } from "constructs";
import type { Programme } from "../../domain/programme.ts";
import type { Role } from "../../domain/roster.ts";

/**
 * What operators may do: take and make calls and tasks, hand calls on, see how their own work was judged. Nobody may see
 * contacts of others, whose numbers stand there.
 */
const operator: readonly string[] = [
  "BasicAgentAccess",
  "OutboundCallAccess",
  "AudioDeviceSettings.Access",
  "TransferDestinations.View",
  "MyReceivedEvaluations.View",
];

/** What leaders may do besides: see the desk as it is now, listen to a live call and take it over, judge calls. */
const leader: readonly string[] = [
  ...operator,
  "AccessMetrics.RealTimeMetrics.Access",
  "AccessMetrics.Dashboards.Access",
  "AgentStates.View",
  "AgentGrouping.View",
  "Queues.View",
  "ManagerListenIn",
  "ManagerBargeIn",
  "ContactSearch.View",
  "CallRecordings.Unredacted.Access",
  "Evaluation.Create",
  "Evaluation.View",
  "Evaluation.Edit",
];

/** What supervisors may do besides: read the numbers of the past, who was there when, and who changed what. */
const supervisor: readonly string[] = [
  ...leader,
  "AccessMetrics.HistoricalMetrics.Access",
  "AccessMetrics.AgentActivityAudit.Access",
  "AgentTimeCard.View",
  "ContactAttributes.View",
  "EvaluationForms.View",
  "HoursOfOperation.View",
  "HistoricalChanges.View",
];

/** The permissions of each role, by their API names. */
const permissions: Readonly<Record<Role, readonly string[]>> = { operator, leader, supervisor };

/** The identifier and name under which each is deployed: another name is another profile, which nobody has. */
const deployedAs: Readonly<Record<Role, { readonly id: string; readonly name: string }>> = {
  operator: { id: "OperatorSecurity", name: "operators" },
  leader: { id: "LeaderSecurity", name: "leaders" },
  supervisor: { id: "SupervisorSecurity", name: "supervisors" },
};

/**
 * What each role may do in Amazon Connect. Nobody at the desk may change queues, flows, hours, people or numbers, which
 * are this repository's, nor download or erase a recording.
 *
 * The names are those of the administrator guide, "List of security profile permissions" (2026). Whether an instance
 * takes each of them, and which a page of its website asks for besides, was not tried: the opening checklist signs in once
 * with each role.
 */
export function securityProfiles(
  scope: Construct,
  programme: Programme,
  instanceArn: string,
): Readonly<Record<Role, CfnSecurityProfile>> {
  const make = (role: Role) =>
    new CfnSecurityProfile(scope, deployedAs[role].id, {
      instanceArn,
      securityProfileName: `${programme.id}-${deployedAs[role].name}`,
      description: programme.deskName,
      permissions: [...permissions[role]],
    });
  return { operator: make("operator"), leader: make("leader"), supervisor: make("supervisor") };
}

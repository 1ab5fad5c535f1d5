import { RemovalPolicy, Stack, type StackProps, Validations } from "aws-cdk-lib";
import {
  CfnUser,
  CfnUserHierarchyGroup,
  CfnUserHierarchyStructure,
  type CfnSecurityProfile,
} from "aws-cdk-lib/aws-connect";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import type { EnvironmentSettings } from "../domain/environment-settings.ts";
import type { Programme } from "../domain/programme.ts";
import { type Colleague, type Role, type Roster, plainUserName } from "../domain/roster.ts";
import { staffCodeOf } from "../domain/staff-code.ts";

/** Who works at which desk, and what each role is given and may do. */
export interface PeopleStackProps extends StackProps {
  readonly programme: Programme;
  readonly instanceArn: string;
  readonly identityManagement: EnvironmentSettings["identityManagement"];
  readonly roster: Roster;
  /** The ARN of each role's routing profile. */
  readonly routingArns: Readonly<Record<Role, string>>;
  readonly securityProfiles: Readonly<Record<Role, CfnSecurityProfile>>;
}

/** Each role's group: its identifier, which never changes, and its name in Amazon Connect's reports. */
const groups: Readonly<Record<Role, { readonly id: string; readonly name: string }>> = {
  operator: { id: "Operators", name: "オペレータ" },
  leader: { id: "Leaders", name: "LD" },
  supervisor: { id: "Supervisors", name: "SV" },
};

/** Amazon Connect takes passwords of 8 to 64 characters with capitals, small letters and digits (CreateUser). */
const passwordCharacters = 32;

/**
 * Who works at the desk. It changes with the roster, every week perhaps, and nothing stands on it, so it is deployed by
 * itself (decision 0009).
 *
 * Whatever is made for somebody is named after the user name alone: another order of the roster changes nothing, another
 * role changes the user, and who leaves the roster leaves Amazon Connect. Who is known there is a staff code, never a name.
 */
export class PeopleStack extends Stack {
  constructor(scope: Construct, id: string, props: PeopleStackProps) {
    super(scope, id, props);
    const groupArns = this.makeGroups(props);
    for (const colleague of props.roster) this.addColleague(colleague, groupArns[colleague.role], props);
  }

  /** 事業, and in it the 役割: an instance has one structure of levels, and groups need theirs to be there. */
  private makeGroups({ programme, instanceArn }: PeopleStackProps): Readonly<Record<Role, string>> {
    const levels = new CfnUserHierarchyStructure(this, "Levels", {
      instanceArn,
      userHierarchyStructure: { levelOne: { name: "事業" }, levelTwo: { name: "役割" } },
    });
    const desk = new CfnUserHierarchyGroup(this, "Desk", { instanceArn, name: programme.name });
    desk.addResourceDependency(levels);
    const groupOf = (role: Role) =>
      new CfnUserHierarchyGroup(this, groups[role].id, {
        instanceArn,
        name: groups[role].name,
        parentGroupArn: desk.attrUserHierarchyGroupArn,
      }).attrUserHierarchyGroupArn;
    return {
      operator: groupOf("operator"),
      leader: groupOf("leader"),
      supervisor: groupOf("supervisor"),
    };
  }

  private addColleague(
    { userName, role }: Colleague,
    hierarchyGroupArn: string,
    { instanceArn, identityManagement, routingArns, securityProfiles }: PeopleStackProps,
  ): void {
    const name = plainUserName(userName);
    new CfnUser(this, `User${name}`, {
      instanceArn,
      username: userName,
      // Both names are required (CreateUser, UserIdentityInfo).
      identityInfo: { firstName: staffCodeOf(userName, ""), lastName: groups[role].name },
      phoneConfig: { phoneType: "SOFT_PHONE" },
      routingProfileArn: routingArns[role],
      securityProfileArns: [securityProfiles[role].attrSecurityProfileArn],
      hierarchyGroupArn,
      ...(identityManagement === "CONNECT_MANAGED" && { password: this.makePassword(name, userName) }),
    });
  }

  /**
   * The first password of somebody who signs in to Amazon Connect itself: made by chance, read when the user is made, and
   * named in the template by where it lies. It goes with the person.
   */
  private makePassword(name: string, userName: string): string {
    const secret = new Secret(this, `Password${name}`, {
      description: `The first password of ${userName} in Amazon Connect`,
      generateSecretString: { passwordLength: passwordCharacters, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(secret).acknowledge({
      id: "AwsSolutions-SMG4",
      reason: "2026-11-24: Amazon Connect reads it once; another one there would leave the person outside.",
    });
    return secret.secretValue.unsafeUnwrap();
  }
}

import { Duration, RemovalPolicy } from "aws-cdk-lib";
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  StandardThreatProtectionMode,
  UserPool,
  UserPoolGroup,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";

/** Who works at the desk: groups of these names, in lower case, which its API asks for; the one that may do most first. */
const groups = [
  { role: "Supervisor", description: "SV: announcements, approval of reports, figures" },
  { role: "Leader", description: "LD: live calls, alerts, takeovers" },
  { role: "Operator", description: "Operators: cases and call backs" },
  { role: "Prefecture", description: "The prefecture: reports and questions, never who a resident is" },
] as const;

/** Days within which an invited person must have signed in. */
const invitationDays = 3;

const leastPasswordLength = 12;

/**
 * The people who may sign in to the desk, by user name: a staff code, which is what the history of a case shows
 * (domain/staff-code.ts). Nobody enters themselves; a second factor from an authenticator app is asked of everybody (R72), and
 * none by SMS, which would need a telephone number of each. A forgotten password is reset by an administrator only.
 */
export class DeskPeople extends Construct {
  readonly pool: UserPool;

  constructor(
    scope: Construct,
    id: string,
    props: { readonly programmeName: string; readonly deskAddress: string | undefined },
  ) {
    super(scope, id);
    this.pool = new UserPool(this, "Pool", {
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true } },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.NONE,
      passwordPolicy: {
        minLength: leastPasswordLength,
        requireUppercase: true,
        requireLowercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(invitationDays),
      },
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      userInvitation: invitation(props.programmeName, props.deskAddress),
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const [precedence, { role, description }] of groups.entries())
      new UserPoolGroup(this, role, {
        userPool: this.pool,
        groupName: role.toLowerCase(),
        description,
        precedence,
      });
  }
}

/** What an invited person is written. Cognito puts the user name and the first password in. */
function invitation(programmeName: string, deskAddress: string | undefined) {
  const where = deskAddress === undefined ? [] : [`画面: ${deskAddress}/`];
  return {
    emailSubject: `【${programmeName}】相談窓口の画面への招待`,
    emailBody: [
      `${programmeName}の相談窓口の画面に招待されました。`,
      ...where,
      "ユーザー名: {username}",
      "仮のパスワード: {####}",
      `${invitationDays}日以内にサインインし、パスワードの変更と認証アプリの登録をしてください。`,
      "心当たりの無い方は、このメールを破棄してください。",
    ].join("<br>"),
  };
}

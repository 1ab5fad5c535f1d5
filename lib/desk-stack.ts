import { Annotations, CfnOutput, Duration, Stack, type StackProps } from "aws-cdk-lib";
import { CfnApplication } from "aws-cdk-lib/aws-appintegrations";
import {
  CfnManagedLoginBranding,
  ManagedLoginVersion,
  OAuthScope,
  type UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolDomain,
} from "aws-cdk-lib/aws-cognito";
import { CfnIntegrationAssociation } from "aws-cdk-lib/aws-connect";
import type { Construct } from "constructs";
import { deployedName } from "../domain/environment-settings.ts";
import type { Programme } from "../domain/programme.ts";
import { DeskPeople } from "./constructs/desk-people.ts";

/** Whose desk, beside which telephone, and where its screens are served. */
export interface DeskStackProps extends StackProps {
  readonly environment: string;
  readonly programme: Programme;
  readonly instanceArn: string;
  /** An origin, https://desk.example.jp. @default the desk is not served yet */
  readonly deskAddress?: string;
  /** The first part of the sign-in page's address. @default callcentre-<environment>-<programme> */
  readonly signInPrefix?: string;
}

/**
 * How long a sign-in lasts. The refresh token outlives a working day (09:00 to 17:00, with what comes before and after), so
 * that nobody is asked in the middle of a call; the others are short, because they work until they end even after a
 * person was removed.
 */
const tokenLifetimes = {
  accessTokenValidity: Duration.minutes(30),
  idTokenValidity: Duration.minutes(30),
  refreshTokenValidity: Duration.hours(10),
};

/** A spent refresh token is taken once more within this time: two tabs may renew at once. */
const refreshOverlap = Duration.seconds(30);

/**
 * What the desk may ask of the agent workspace: who works, whether they are available, which contact they have, and its
 * attributes. Not the caller's number, nor to place or end calls
 * (https://docs.aws.amazon.com/connect/latest/adminguide/3p-apps-events-requests.html).
 */
const workspacePermissions = [
  "User.Details.View",
  "User.Status.View",
  "Contact.Details.View",
  "Contact.Attributes.View",
];

/** The desk as the agent workspace knows it. */
export interface WorkspaceApplication {
  /** Names the application in a security profile. */
  readonly namespace: string;
  readonly arn: string;
}

/**
 * Signing in to the desk: its people and their groups, the sign-in page, and, once `deskAddress` is known, the client that
 * the screens sign in with (authorization code and PKCE: it has no secret) and their place in the agent workspace.
 *
 * The pages of sign-in speak Japanese where the screens ask for `lang=ja`.
 */
export class DeskStack extends Stack {
  readonly pool: UserPool;

  /** Where people sign in: the issuer of their tokens, the page's address, and the screens' client once there is one. */
  readonly signIn: { readonly issuer: string; readonly address: string; readonly clientId?: string };

  /**
   * Present with `deskAddress`. It is shown to nobody yet: a security profile grants it with
   * `applications: [{ namespace, applicationPermissions: ["ACCESS"] }]`, and is made after this stack.
   */
  readonly application?: WorkspaceApplication;

  constructor(scope: Construct, id: string, props: DeskStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    const { programme, environment, deskAddress } = props;
    const name = deployedName(environment, programme);
    this.pool = new DeskPeople(this, "People", { programmeName: programme.name, deskAddress }).pool;
    const domain = new UserPoolDomain(this, "SignIn", {
      userPool: this.pool,
      cognitoDomain: { domainPrefix: props.signInPrefix ?? name },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    const client = deskAddress === undefined ? undefined : this.addClient(deskAddress);
    this.signIn = {
      issuer: this.pool.userPoolProviderUrl,
      address: domain.baseUrl(),
      ...(client && { clientId: client.userPoolClientId }),
    };
    if (deskAddress !== undefined) this.application = this.addApplication(name, deskAddress, props);
    else
      Annotations.of(this).addInfo(
        `${programme.id} has no desk to sign in to yet: serve its screens and name their address as deskAddress in its environments/.`,
      );
    const outputs = {
      UserPoolId: this.pool.userPoolId,
      ClientId: client?.userPoolClientId ?? "none yet: nobody can sign in",
      SignInDomain: domain.baseUrl(),
      Issuer: this.pool.userPoolProviderUrl,
    };
    for (const [output, value] of Object.entries(outputs)) new CfnOutput(this, output, { value });
  }

  private addClient(deskAddress: string): UserPoolClient {
    const client = new UserPoolClient(this, "Screens", {
      userPool: this.pool,
      generateSecret: false,
      authFlows: { userSrp: true },
      oAuth: {
        flows: { authorizationCodeGrant: true, implicitCodeGrant: false },
        scopes: [OAuthScope.OPENID],
        callbackUrls: [`${deskAddress}/`],
        logoutUrls: [`${deskAddress}/`],
      },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      refreshTokenRotationGracePeriod: refreshOverlap,
      ...tokenLifetimes,
    });
    // The newer pages are not shown for a client without a style.
    new CfnManagedLoginBranding(this, "SignInStyle", {
      userPoolId: this.pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    return client;
  }

  private addApplication(
    name: string,
    deskAddress: string,
    { programme, instanceArn }: DeskStackProps,
  ): WorkspaceApplication {
    const application = new CfnApplication(this, "Application", {
      name,
      namespace: name,
      description: `${programme.name}: 相談案件`,
      applicationSourceConfig: { externalUrlConfig: { accessUrl: `${deskAddress}/` } },
      permissions: workspacePermissions,
    });
    new CfnIntegrationAssociation(this, "InWorkspace", {
      instanceId: instanceArn,
      integrationType: "APPLICATION",
      integrationArn: application.attrApplicationArn,
    });
    return { namespace: name, arn: application.attrApplicationArn };
  }
}

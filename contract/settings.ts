import * as v from "valibot";

/** What the screens must know before anybody is signed in: `desk-settings.json`, beside their page. It holds no secret. */
export const deskSettings = v.object({
  programme: v.object({ name: v.string(), deskName: v.string() }),
  /** The desk's client at the sign-in service (authorization code and PKCE), under the names of Amazon Cognito's endpoints. */
  signIn: v.object({
    clientId: v.string(),
    issuer: v.string(),
    authorize: v.string(),
    token: v.string(),
    revoke: v.string(),
    logout: v.string(),
    keys: v.string(),
  }),
  /** Where a telephone beside the desk says whose call it has; absent in AWS, where the agent workspace does. */
  telephone: v.optional(v.string()),
});

export type DeskSettings = v.InferOutput<typeof deskSettings>;

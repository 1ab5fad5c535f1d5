import { generateKeyPairSync, sign, verify } from "node:crypto";
import type { Instant } from "../../domain/japan-time.ts";
import type { DeskRole } from "../../domain/desk/desk-role.ts";

/** Somebody who can sign in on this machine. */
export interface LocalPerson {
  /** As in a roster, op01. */
  readonly userName: string;
  readonly role: DeskRole;
}

/** The claims of a token, under Amazon Cognito's names ("Understanding the identity (ID) token"). */
export type Claims = Readonly<Record<string, unknown>>;

/** As Amazon Cognito would be named in a token; nothing is fetched from it. */
export const localIssuer = "https://sign-in.local";

export const localClientId = "local-desk";

/** How long an ID token works: the same as in AWS (lib/desk-stack.ts). */
export const idTokenSeconds = 30 * 60;

/** Makes ID tokens and reads them back, under a key of its own: whoever was signed in before a restart signs in again. */
export interface TokenMaker {
  idToken(person: LocalPerson, nonce: string | undefined, now: Instant): string;
  /** The claims of a token that this maker signed, for this client, and that has not expired; undefined for any other. */
  read(token: string, now: Instant): Claims | undefined;
  /** The public key as a JSON Web Key Set (RFC 7517). */
  keys(): unknown;
}

export function tokenMaker(): TokenMaker {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const keyId = "local";

  function idToken({ userName, role }: LocalPerson, nonce: string | undefined, now: Instant): string {
    const issued = Math.floor(now / 1000);
    const claims: Claims = {
      sub: `local-${userName}`,
      iss: localIssuer,
      aud: localClientId,
      token_use: "id",
      "cognito:username": userName,
      "cognito:groups": [role],
      iat: issued,
      exp: issued + idTokenSeconds,
      ...(nonce !== undefined && { nonce }),
    };
    const signed = [{ alg: "RS256", kid: keyId, typ: "JWT" }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
      .join(".");
    return `${signed}.${sign("sha256", Buffer.from(signed), privateKey).toString("base64url")}`;
  }

  function read(token: string, now: Instant): Claims | undefined {
    const [header = "", payload = "", signature = ""] = token.split(".");
    const isOurs = verify(
      "sha256",
      Buffer.from(`${header}.${payload}`),
      publicKey,
      Buffer.from(signature, "base64url"),
    );
    if (!isOurs) return undefined;
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as Claims;
    const isFor = claims["iss"] === localIssuer && claims["aud"] === localClientId;
    return isFor && Number(claims["exp"]) * 1000 > now ? claims : undefined;
  }

  const keys = () => ({
    keys: [{ ...publicKey.export({ format: "jwk" }), alg: "RS256", kid: keyId, use: "sig" }],
  });
  return { idToken, read, keys };
}

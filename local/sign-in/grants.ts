import { createHash } from "node:crypto";
import { newSecret } from "../../adapters/system/ids.ts";
import type { Instant } from "../../domain/japan-time.ts";
import type { Clock } from "../../usecases/ports/host.ts";
import { type LocalPerson, localClientId } from "./tokens.ts";

/** Who may have tokens, and for what. */
interface Grant {
  readonly person: LocalPerson;
  readonly nonce?: string;
}

/** What a code was given for: only whoever asked for it can spend it. */
interface CodeGrant extends Grant {
  /** Of the verifier (RFC 7636, S256). */
  readonly challenge: string;
  readonly redirectUri: string;
}

/** Codes and refresh tokens that were handed out. Each works once. */
export interface Grants {
  /** A code for somebody who has just chosen who they are. */
  readonly newCode: (grant: CodeGrant) => string;
  readonly newRefreshToken: (grant: Grant) => string;
  /** What a token request is granted; undefined where it is refused. */
  readonly spend: (form: URLSearchParams) => Grant | undefined;
  readonly revoke: (refreshToken: string) => void;
  readonly revokeAll: () => void;
}

/** Amazon Cognito, "Authorize endpoint": a code works for five minutes. */
const codeMillis = 5 * 60_000;

/** As in AWS (lib/desk-stack.ts). */
const refreshMillis = 10 * 3_600_000;

/** Codes and refresh tokens, kept in memory. */
export function localGrants(clock: Clock): Grants {
  const codes = new Map<string, CodeGrant & { readonly until: Instant }>();
  const refreshTokens = new Map<string, Grant & { readonly until: Instant }>();

  function spendCode(form: URLSearchParams): Grant | undefined {
    const grant = taken(codes, form.get("code"), clock.now());
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const isProven = challenge === grant?.challenge && form.get("redirect_uri") === grant.redirectUri;
    return isProven ? grant : undefined;
  }

  return {
    newCode(grant) {
      const code = newSecret();
      codes.set(code, { ...grant, until: clock.now() + codeMillis });
      return code;
    },
    newRefreshToken({ person }) {
      const token = newSecret();
      refreshTokens.set(token, { person, until: clock.now() + refreshMillis });
      return token;
    },
    spend(form) {
      if (form.get("client_id") !== localClientId) return undefined;
      if (form.get("grant_type") === "authorization_code") return spendCode(form);
      return taken(refreshTokens, form.get("refresh_token"), clock.now());
    },
    revoke: (token) => void refreshTokens.delete(token),
    revokeAll: () => refreshTokens.clear(),
  };
}

/** What was kept under a name, which is then there no more; undefined where its time is over. */
function taken<Kept extends { readonly until: Instant }>(
  kept: Map<string, Kept>,
  name: string | null,
  now: Instant,
): Kept | undefined {
  const found = kept.get(name ?? "");
  kept.delete(name ?? "");
  return found && found.until > now ? found : undefined;
}

import { type User, UserManager, WebStorageStateStore } from "oidc-client-ts";
import type { DeskSettings } from "../../../contract/settings.ts";
import { deskAddress } from "../settings.ts";

/** Whether somebody is signed in, as far as the screens have to know. */
type SessionState = "signed-in" | "expired";

/** Who is signed in, kept in this tab. */
export interface Session {
  /** The ID token for the API. */
  readonly token: () => string;
  /** Gets a new token without asking anybody; false where somebody must sign in again. */
  readonly renew: () => Promise<boolean>;
  /**
   * Waits until the same person has signed in again, which the shell asks for while every screen stays as it is. False where
   * they chose not to.
   */
  readonly untilSignedInAgain: () => Promise<boolean>;
  /** Opens the sign-in service in a window of its own; to be called while a button is being pressed. */
  readonly signInAgain: () => Promise<SignInAgain>;
  /** Goes on without signing in: what waits for it fails, and what was typed stays. */
  readonly notNow: () => void;
  readonly signOut: () => Promise<void>;
  readonly state: () => SessionState;
  /** Calls back when the state changes; answers how to stop. */
  readonly onChange: (listener: () => void) => () => void;
}

type SignInAgain = "done" | "somebody-else" | "not-completed";

/**
 * Authorization code with PKCE. Tokens are kept in this tab's `sessionStorage`: they survive a reload, and go with the tab
 * (decision 0021 says why not in memory only).
 */
export function userManagerOf({ signIn }: DeskSettings): UserManager {
  return new UserManager({
    authority: signIn.issuer,
    metadata: {
      issuer: signIn.issuer,
      authorization_endpoint: signIn.authorize,
      token_endpoint: signIn.token,
      revocation_endpoint: signIn.revoke,
      jwks_uri: signIn.keys,
    },
    client_id: signIn.clientId,
    redirect_uri: deskAddress,
    popup_redirect_uri: deskAddress,
    scope: "openid",
    extraQueryParams: { lang: "ja" },
    userStore: new WebStorageStateStore({ store: window.sessionStorage }),
    stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
    automaticSilentRenew: true,
    revokeTokenTypes: ["refresh_token"],
  });
}

/** A session of somebody who has signed in. */
export function sessionOf(manager: UserManager, { signIn }: DeskSettings, signedIn: User): Session {
  const listeners = new Set<() => void>();
  let user = signedIn;
  let state: SessionState = "signed-in";
  let waiting: ((again: boolean) => void)[] = [];
  let renewing: Promise<boolean> | undefined;

  function become(next: SessionState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function settle(again: boolean): void {
    const settled = waiting;
    waiting = [];
    become(again ? "signed-in" : state);
    for (const resolve of settled) resolve(again);
  }

  async function renewOnce(): Promise<boolean> {
    const renewed = await manager.signinSilent().catch(() => null);
    if (renewed) user = renewed;
    return renewed !== null;
  }

  manager.events.addUserLoaded((loaded) => {
    if (loaded.profile.sub === user.profile.sub) user = loaded;
  });
  return {
    token: () => user.id_token ?? "",
    renew: () => (renewing ??= renewOnce().finally(() => (renewing = undefined))),
    untilSignedInAgain() {
      become("expired");
      return new Promise((resolve) => waiting.push(resolve));
    },
    async signInAgain() {
      const before = user;
      const again = await manager
        .signinPopup({ popupWindowFeatures: { width: 520, height: 680 } })
        .catch(() => undefined);
      if (!again) return "not-completed";
      if (again.profile.sub !== before.profile.sub) {
        await manager.storeUser(before);
        return "somebody-else";
      }
      user = again;
      settle(true);
      return "done";
    },
    notNow: () => settle(false),
    async signOut() {
      await manager.revokeTokens().catch(() => undefined);
      await manager.removeUser();
      const query = new URLSearchParams({ client_id: signIn.clientId, logout_uri: deskAddress });
      window.location.assign(`${signIn.logout}?${query}`);
    },
    state: () => state,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

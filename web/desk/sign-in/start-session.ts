import type { User, UserManager } from "oidc-client-ts";
import { isEmbedded } from "../workspace.ts";

/** How a page begins: with somebody signed in, on the way to the sign-in service, or with a button to press. */
export type Beginning =
  | { readonly kind: "signed-in"; readonly user: User }
  | { readonly kind: "leaving" }
  | { readonly kind: "must-press" };

/** What is remembered across signing in: the screen that was asked for. */
interface Remembered {
  readonly hash: string;
}

/**
 * Finds out who is signed in. Standing alone, whoever is not is sent to the sign-in service; in a frame, which the sign-in
 * service does not let itself be shown in, they press a button that opens a window.
 */
export async function beginSession(manager: UserManager): Promise<Beginning> {
  const query = new URLSearchParams(window.location.search);
  if (query.has("state") && (query.has("code") || query.has("error"))) return finishSignIn(manager, query);
  const kept = await manager.getUser();
  if (kept && !kept.expired) return { kind: "signed-in", user: kept };
  const renewed = kept?.refresh_token ? await manager.signinSilent().catch(() => null) : null;
  if (renewed) return { kind: "signed-in", user: renewed };
  if (isEmbedded()) return { kind: "must-press" };
  const remembered: Remembered = { hash: window.location.hash };
  await manager.signinRedirect({ state: remembered });
  return { kind: "leaving" };
}

/** Back from the sign-in service: in this tab, or in the window that was opened for it, which then tells the first one. */
async function finishSignIn(manager: UserManager, query: URLSearchParams): Promise<Beginning> {
  const startedHere = window.sessionStorage.getItem(`oidc.${query.get("state")}`) !== null;
  if (window.opener !== null || !startedHere) {
    await manager.signinPopupCallback();
    return { kind: "leaving" };
  }
  const address = window.location.href;
  const user = await manager.signinRedirectCallback(address).catch(() => undefined);
  const { hash } = (user?.state ?? { hash: "" }) as Remembered;
  window.history.replaceState(null, "", `${window.location.pathname}${hash}`);
  return user ? { kind: "signed-in", user } : { kind: "must-press" };
}

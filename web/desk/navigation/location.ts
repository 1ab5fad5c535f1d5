import { useSyncExternalStore } from "react";

/**
 * Where somebody is in the desk: `#/cases/419848291374?view=day`. It stands behind the `#`, so that no receipt number enters
 * a server's log, and so that the page's address is always the one that signing in comes back to.
 */
export interface DeskLocation {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

/** The location that a hash names. */
export function locationOf(hash: string): DeskLocation {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  return { path: path.split("/").filter(Boolean).map(decoded), query: new URLSearchParams(query) };
}

/** The hash of a location; parts of the path may hold anything. */
export function hashOf(path: readonly string[], query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `#/${path.map(encodeURIComponent).join("/")}${search === "" ? "" : `?${search}`}`;
}

/** The present location; the screen is drawn again when it changes. */
export function useDeskLocation(): DeskLocation {
  return locationOf(useSyncExternalStore(subscribe, () => window.location.hash));
}

/** Goes to another location, as a link does. */
export function goTo(hash: string): void {
  window.location.hash = hash;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

import type { DeskSettings } from "../../contract/settings.ts";

/** The call that whoever sits at the desk has: it rings, they speak, or it is over and is written up. */
export interface DeskCall {
  /** The first contact of the call, which stays the same through transfers. */
  readonly contactId: string;
  readonly state: "ringing" | "talking" | "ended";
  /** What the caller chose in the menu. */
  readonly menu?: string;
}

/** Whether the desk is shown inside another page, as in the agent workspace of Amazon Connect. */
export function isEmbedded(): boolean {
  return window.parent !== window;
}

let present: DeskCall | undefined;
const listeners = new Set<() => void>();

/** The call at this moment. Without a telephone beside the desk there is never one. */
export function presentCall(): DeskCall | undefined {
  return present;
}

/** Calls `listener` whenever the call is another one or stands otherwise. Answers what ends it. */
export function onPresentCall(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Puts a call that is over away, once it is written up. */
export function dismissCall(): void {
  if (present?.state === "ended") show(undefined);
}

function show(call: DeskCall | undefined): void {
  if (JSON.stringify(call) === JSON.stringify(present)) return;
  present = call;
  for (const listener of listeners) listener();
}

/** Who was spoken to is still written up; who was not has left. */
function over(contactId: string): void {
  if (present?.contactId !== contactId || present.state === "ended") return;
  show(present.state === "talking" ? { ...present, state: "ended" } : undefined);
}

/**
 * Tells the agent workspace that the desk is there, and follows the calls that it hands to this person. It does nothing where
 * the desk stands alone, and what goes wrong is the workspace's: the desk works without it.
 */
export async function joinWorkspace(): Promise<void> {
  if (!isEmbedded()) return;
  const [{ AmazonConnectApp }, { ContactClient }] = await Promise.all([
    import("@amazon-connect/app"),
    import("@amazon-connect/contact"),
  ]);
  const { provider } = AmazonConnectApp.init({
    onCreate: () => Promise.resolve(),
    onDestroy: () => Promise.resolve(),
  });
  // The two packages bring @amazon-connect/core a patch apart, and its classes are known by name: the types alone do not match.
  const contacts = new ContactClient(provider as unknown as ConstructorParameters<typeof ContactClient>[0]);
  const follow = (state: "ringing" | "talking") => async (event: WorkspaceEvent) => {
    if (event.type !== "voice") return;
    const menu = await contacts.getAttribute(event.contactId, "menu").catch(() => undefined);
    show({ contactId: firstOf(event), state, ...(menu !== undefined && { menu }) });
  };
  contacts.onIncoming(follow("ringing"));
  contacts.onConnecting(follow("ringing"));
  contacts.onConnected(follow("talking"));
  contacts.onStartingAcw(async (event) => over(firstOf(event)));
  contacts.onMissed(async (event) => over(firstOf(event)));
  contacts.onCleared(async (event) => over(firstOf(event)));
}

interface WorkspaceEvent {
  readonly contactId: string;
  readonly initialContactId: string | undefined;
  readonly type: string;
}

function firstOf({ contactId, initialContactId }: WorkspaceEvent): string {
  return initialContactId ?? contactId;
}

/** How often a telephone beside the desk is asked who rings. */
const askEveryMillis = 1_000;

/**
 * Follows the calls of `staff` where a telephone beside the desk plays the workspace, as on one machine: the settings say where
 * it is asked. Answers what ends it.
 */
export function followTelephone({ telephone }: DeskSettings, staff: string): () => void {
  if (telephone === undefined || isEmbedded()) return () => undefined;
  const look = async (): Promise<void> => {
    const response = await fetch(`${telephone}/${staff.toLowerCase()}`).catch(() => undefined);
    const call = response?.ok ? ((await response.json()) as DeskCall | Record<string, never>) : undefined;
    if (!call) return;
    if ("contactId" in call) show(call as DeskCall);
    else if (present) over(present.contactId);
  };
  void look();
  const timer = setInterval(() => void look(), askEveryMillis);
  return () => clearInterval(timer);
}

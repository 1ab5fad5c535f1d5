import { createContext, useContext } from "react";
import type { Me } from "../../../contract/me.ts";
import type { Ask } from "../api/client.ts";

/** What every screen has: who is signed in with the programme's words, and how to ask the API. */
export interface Desk {
  readonly me: Me;
  readonly ask: Ask;
  /** Reads again who is signed in with the programme's words: somebody has changed one. */
  readonly refreshMe: () => void;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("A screen is shown outside the desk.");
  return desk;
}

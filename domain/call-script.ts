/** What a caller chose in the flows' menu: a caller who pressed nothing, or asked for a person, is `operator`. */
type MenuChoice = "app" | "points" | "former" | "operator";

/**
 * 案内の言葉: what whoever answers says to callers who chose something in the menu, such as to those who ask why the former
 * programme has ended (R9). It is a help to read from, not a text that must be said.
 */
export interface CallScript {
  readonly menu: MenuChoice;
  readonly title: string;
  /** In the order in which they are said. */
  readonly sentences: readonly string[];
  /** What whoever answers keeps in mind; it is not said. */
  readonly notes: readonly string[];
}

/** Where a handler is exercised. */
interface Ground {
  readonly environment: Readonly<Record<string, string>>;
  readonly programme: string;
  /** Notes what `work` calls as the handler's; what an exercise prepares and looks up outside is not the handler's. */
  readonly recorded: <Answer>(work: () => Promise<Answer>) => Promise<Answer>;
}

/** Makes a handler do everything that it ever does, and looks whether it did. */
export type Exercise = (ground: Ground) => Promise<void>;

/** So often at most, and one request at a time. */
const everyMillis = 1_000;
/** After so long what failed is tried again. */
const againAfterMillis = 5_000;

/** Keeps what is typed: within a second, no more often than that, never two at once, and again where it failed. */
export class Keeper {
  private mustKeep = false;
  private isRunning = false;
  private isStopped = false;
  private latest: Promise<boolean> = Promise.resolve(true);
  private readonly keep: () => Promise<boolean>;

  /** `keep` answers whether it need not be tried again. */
  constructor(keep: () => Promise<boolean>) {
    this.keep = keep;
  }

  /** There is something new to keep. */
  soon(): void {
    this.mustKeep = true;
    if (!this.isRunning && !this.isStopped) void this.run();
  }

  /** Keeps what is not kept yet, and then nothing more. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.latest;
    if (this.mustKeep) await this.keep();
    this.mustKeep = false;
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    while (this.mustKeep && !this.isStopped) {
      this.mustKeep = false;
      this.latest = this.keep();
      const [isDone] = await Promise.all([this.latest, pause(everyMillis)]);
      if (isDone) continue;
      this.mustKeep = true;
      await pause(againAfterMillis);
    }
    this.isRunning = false;
  }
}

function pause(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}

import { newId } from "../adapters/system/ids.ts";
import type { Instant } from "../domain/japan-time.ts";
import { causesOf } from "../lambdas/edge/log.ts";
import { followUpInquiryHandler } from "../lambdas/follow-up-inquiry.ts";
import { resumeInquiriesHandler } from "../lambdas/resume-inquiries.ts";
import { startConnectServer } from "./connect-server.ts";
import { lambdaContext } from "./lambda-context.ts";
import type { LocalClock } from "./local-clock.ts";
import type { LocalService } from "./local-service.ts";
import { drainQueue } from "./queue-runner.ts";

/** What carries on with written inquiries on this machine, as queue, schedule and Amazon Connect do in AWS. */
export interface InquiryRunner {
  /** The service's clock; when it is moved, what waited for that time goes on. */
  readonly clock: LocalClock;
  /** Until nothing that can be done now is left. */
  settled(): Promise<void>;
  /** Lets what is under way end; may be called again. */
  stop(): Promise<void>;
}

/** How often the schedule calls in AWS, in real time. */
const sweepEveryMillis = 5 * 60_000;

/**
 * Starts an exchange that keeps the tasks which inquiries become, and the function that follows inquiries up: after each
 * message of the queue, and, for what is owed and lies in no queue, at the start, every few minutes and whenever the clock is moved.
 */
export async function startInquiryRunner(service: LocalService, given: LocalClock): Promise<InquiryRunner> {
  const { queue, onMessage } = service.cloud.inquiries;
  const exchange = await service.exchangeAt(given.now());
  const connect = await startConnectServer(exchange);
  process.env["AWS_ENDPOINT_URL_CONNECT"] = connect.endpoint;
  const world = service.worldAt(given);
  const followUp = followUpInquiryHandler(world);
  const resume = resumeInquiriesHandler(world);
  let work = Promise.resolve();

  function next(step: () => Promise<unknown>): Promise<void> {
    work = work.then(step).then(
      () => undefined,
      (cause: unknown) =>
        world.log("error", "written inquiries wait for the next sweep", { causes: causesOf(cause) }),
    );
    return work;
  }

  const deliver = () => next(() => drainQueue(queue, (event) => followUp(event, lambdaContext(newId()))));
  const sweep = () => next(() => resume({}, lambdaContext(newId()))).then(deliver);
  /** An exchange's time only goes on; tasks run through their flow meanwhile. */
  const passTime = (to: Instant) => next(() => exchange.advanceTo(Math.max(to, exchange.now())));

  onMessage(() => void deliver().then(() => passTime(exchange.now())));
  const timer = setInterval(() => void sweep(), sweepEveryMillis);
  void sweep();
  async function settled(): Promise<void> {
    for (let seen: Promise<void> | undefined; seen !== work; ) {
      seen = work;
      await seen;
    }
  }

  async function stop(): Promise<void> {
    clearInterval(timer);
    onMessage(() => undefined);
    await settled();
    await connect.stop();
  }
  let stopping: Promise<void> | undefined;

  return {
    clock: {
      now: () => given.now(),
      async set(at) {
        await given.set(at);
        void passTime(at).then(sweep);
      },
    },
    settled,
    stop: () => (stopping ??= stop()),
  };
}

import { type TimeLimit, Unavailable } from "../../usecases/ports/host.ts";

/** Waits by the host's timer; what has been decided leaves no timer behind. */
export const timeLimit: TimeLimit = async (milliseconds, work) => {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new Unavailable(`There was no answer within ${milliseconds} milliseconds.`)),
    milliseconds,
  );
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

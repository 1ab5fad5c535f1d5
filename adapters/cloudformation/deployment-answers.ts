import type { DeploymentAnswers } from "../../usecases/ports/calendar.ts";
import { Unavailable } from "../../usecases/ports/host.ts";

const timeLimitMillis = 30_000;

/**
 * CloudFormation's answers go to an address that it signed for this one question; nothing else is needed to write there
 * (CloudFormation user guide, "Custom resource request objects").
 */
export function cloudFormationAnswers(): DeploymentAnswers {
  return {
    async send(address, answer) {
      const response = await put(address, JSON.stringify(answer)).catch((cause: unknown) => {
        throw new Unavailable("CloudFormation did not take the answer.", { cause });
      });
      if (!response.ok) throw new Unavailable(`CloudFormation took no answer: status ${response.status}.`);
    },
  };
}

async function put(address: string, body: string): Promise<Response> {
  // The address is signed for a request without a content type.
  return fetch(address, {
    method: "PUT",
    body,
    headers: { "content-type": "" },
    signal: AbortSignal.timeout(timeLimitMillis),
  });
}

import { type ConnectClient, StartTaskContactCommand } from "@aws-sdk/client-connect";
import { Unavailable } from "../../usecases/ports/host.ts";
import type { TaskStarter } from "../../usecases/ports/telephone.ts";

/**
 * Tasks in Amazon Connect, through the flow that takes them. The task's id is the client token, so that Amazon Connect
 * starts one task however often it is asked (API reference, StartTaskContact; how long it remembers a token is not said
 * there).
 */
export function connectTasks(
  client: ConnectClient,
  { instanceId, flowId }: { readonly instanceId: string; readonly flowId: string },
): TaskStarter {
  return {
    async start({ id, name, description, attributes }) {
      const command = new StartTaskContactCommand({
        InstanceId: instanceId,
        ContactFlowId: flowId,
        Name: name,
        Description: description,
        Attributes: { ...attributes },
        ClientToken: id,
      });
      await client.send(command).catch((cause: unknown) => {
        throw new Unavailable("Amazon Connect did not start a task.", { cause });
      });
    },
  };
}

import { expect, test } from "vitest";
import { waitingFlow } from "../../../connect-flows/flows/waiting.ts";
import { flowDocument } from "../../../connect-flows/language/to-json.ts";
import { waterDesk } from "../../programmes/second-programme.ts";

const document = flowDocument(waitingFlow(waterDesk));
const actions = new Map(document.Actions.map((action) => [action.Identifier, action]));

test("a waiting caller hears the request to wait, a pause of ten seconds, and so on", () => {
  const first = actions.get(document.StartAction);
  expect(first?.Type).toBe("UpdateContactTextToSpeechVoice");
  const second = actions.get(first?.Transitions.NextAction ?? "");
  expect(second?.Type).toBe("MessageParticipantIteratively");
  expect(second?.Parameters).toEqual({
    Messages: [{ SSML: '<speak>お待ちください。<break time="10s"/></speak>' }],
  });
});

test("a waiting caller whose messages fail keeps the place in the queue", () => {
  const after = actions.get("askToWait")?.Transitions.Errors?.[0]?.NextAction ?? "";
  expect(actions.get(after)?.Type).toBe("EndFlowExecution");
  expect(document.Actions.map(({ Type }) => Type)).not.toContain("DisconnectParticipant");
});

test("the flow names nothing outside itself, so it can be made first", () => {
  expect(JSON.stringify(document)).not.toContain("${");
});

import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { actionDescriptions, describedAction } from "../../../simulator/catalogue/actions.ts";
import { flowTypeOf } from "../../../simulator/explorer/flow-type.ts";

/** The index pages of the developer guide, Flow language actions, in its order. */
const documented = `
CompleteOutboundCall CreateCase CreateTask CreateWisdomSession DequeueContactAndTransferToQueue
EndFlowModuleExecution GetCase InvokeFlowModule StartOutboundChatContact TagContact UnTagContact
TransferContactToAgent TransferContactToQueue UpdateCase UpdateContactAttributes UpdateContactCallbackNumber
UpdateContactData UpdateContactEventHooks UpdateContactMediaProcessing UpdateContactMediaStreamingBehavior
UpdateContactRecordingAndAnalyticsBehavior UpdateContactRecordingBehavior ResumeContact
UpdateContactRoutingBehavior UpdateContactTargetQueue UpdateContactTextToSpeechVoice
UpdatePreviousContactParticipantState
CheckHoursOfOperation CheckMetricData CheckOutboundCallStatus CheckVoiceId Compare DistributeByPercentage
EndFlowExecution GetMetricData Loop StartVoiceIdStream TransferToFlow UpdateFlowAttributes
UpdateFlowLoggingBehavior UpdateRoutingCriteria Wait
ConnectParticipantWithLexBot DisconnectParticipant GetParticipantInput MessageParticipant
MessageParticipantIteratively ShowView TransferParticipantToThirdParty
CreateCallbackContact InvokeLambdaFunction CreateCustomerProfile GetCustomerProfile UpdateCustomerProfile
AssociateContactToCustomerProfile`
  .trim()
  .split(/\s+/);

describe("the catalogue of action types", () => {
  test("knows every type that the developer guide lists", () => {
    expect(documented.filter((type) => !describedAction(type))).toEqual([]);
    expect(documented).toHaveLength(55);
  });

  test("does not know what is not in the guide", () => {
    for (const invented of ["CheckStaffing", "StoreUserInput", "SetCallbackNumber"])
      expect(describedAction(invented)).toBeUndefined();
  });

  test("names parameters in its groups that it describes", () => {
    let looked = 0;
    for (const { parameters, exactlyOne = [], atMostOne = [] } of actionDescriptions.values())
      for (const name of [...exactlyOne, ...atMostOne].flat()) {
        looked += 1;
        expect(Object.keys(parameters)).toContain(name);
      }
    expect(looked).toBeGreaterThan(20);
  });

  test("permits every block of our own flows where it stands", () => {
    const files = globSync("connect-flows/json/*/*.json");
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) {
      const document = JSON.parse(readFileSync(file, "utf8"));
      for (const { Type } of document.Actions)
        expect(describedAction(Type)?.flowTypes).toContain(flowTypeOf(document));
    }
  });

  test("ends flows with three types only", () => {
    const ending = [...actionDescriptions]
      .filter(([, { terminal }]) => terminal === "always")
      .map(([type]) => type);
    expect(ending.toSorted()).toEqual([
      "DisconnectParticipant",
      "EndFlowExecution",
      "EndFlowModuleExecution",
    ]);
  });
});

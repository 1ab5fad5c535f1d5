import {
  type ActionDescription,
  described,
  optionalError,
  otherError,
  otherErrorObserved,
  permitted,
  requiredError,
  voiceOnly,
} from "./action-description.ts";

const place = { value: "static or reference" } as const;
const queueOrAgent = { QueueId: place, AgentId: place };
const target = { value: "static", choices: ["Current", "Related"], evidence: "observed" } as const;

/** The blocks that change or move the contact. Source: developer guide, contact actions. */
export const contactActions: Readonly<Record<string, ActionDescription>> = {
  InvokeFlowModule: described({
    flowTypes: permitted.inbound,
    conditions: { kind: "any" },
    errors: [otherError, optionalError("NoMatchingCondition")],
    parameters: { FlowModuleId: { value: "interpolated", required: true } },
  }),
  EndFlowModuleExecution: described({ flowTypes: permitted.module, terminal: "always", errors: [] }),
  UpdateContactAttributes: described({
    flowTypes: permitted.everywhere,
    parameters: {
      Attributes: { value: "structure", required: true, inside: "interpolated" },
      TargetContact: target,
    },
  }),
  UpdateContactTargetQueue: described({
    flowTypes: permitted.inboundAndTransfer,
    parameters: queueOrAgent,
    exactlyOne: [["QueueId", "AgentId"]],
  }),
  TransferContactToQueue: described({
    flowTypes: permitted.inboundAndTransfer,
    terminal: "on success",
    errors: [otherError, requiredError("QueueAtCapacity")],
  }),
  DequeueContactAndTransferToQueue: described({
    flowTypes: permitted.queue,
    terminal: "on success",
    errors: [otherError, requiredError("QueueAtCapacity")],
    parameters: queueOrAgent,
    exactlyOne: [["QueueId", "AgentId"]],
  }),
  TransferContactToAgent: described({
    flowTypes: permitted.transfer,
    terminal: "on success",
    errors: [otherErrorObserved],
  }),
  UpdateContactCallbackNumber: described({
    flowTypes: permitted.inboundTransferQueue,
    channels: voiceOnly,
    errors: [
      requiredError("InvalidCallbackNumber"),
      requiredError("CallbackNumberNotDialable"),
      otherErrorObserved,
    ],
    parameters: { CallbackNumber: { value: "reference", required: true } },
  }),
  UpdateContactEventHooks: described({
    flowTypes: permitted.everywhere,
    parameters: { EventHooks: { value: "structure", required: true, inside: "static or reference" } },
  }),
  UpdateContactRecordingBehavior: described({
    flowTypes: [...permitted.inboundTransferQueue, "OUTBOUND_WHISPER"],
    errors: [otherErrorObserved],
    parameters: {
      RecordingBehavior: { value: "structure" },
      AnalyticsBehavior: { value: "structure" },
    },
  }),
  UpdateContactRecordingAndAnalyticsBehavior: described({
    flowTypes: [...permitted.inboundTransferQueue, "OUTBOUND_WHISPER"],
    errors: [otherErrorObserved],
    parameters: {
      VoiceBehavior: { value: "structure" },
      ChatBehavior: { value: "structure" },
      ScreenRecordingBehavior: { value: "structure", evidence: "assumed" },
      TaskBehavior: { value: "structure", evidence: "assumed" },
      EmailBehavior: { value: "structure", evidence: "assumed" },
    },
    evidence: "observed",
  }),
  UpdateContactTextToSpeechVoice: described({
    flowTypes: permitted.everywhere,
    errors: [otherErrorObserved],
    parameters: {
      TextToSpeechVoice: { value: "static", required: true },
      TextToSpeechEngine: { value: "static", choices: ["Standard", "Neural", "Generative", "Long-form"] },
      TextToSpeechStyle: { value: "static" },
    },
  }),
  UpdateContactData: described({
    flowTypes: permitted.everywhere,
    evidence: "observed",
    parameters: {
      TargetContact: target,
      LanguageCode: { value: "interpolated" },
      CustomerId: { value: "interpolated" },
      Name: { value: "interpolated" },
      Description: { value: "interpolated" },
      References: { value: "structure", inside: "interpolated" },
      WisdomSessionArn: { value: "interpolated" },
      SegmentAttributes: { value: "structure", inside: "interpolated", evidence: "observed" },
    },
  }),
  UpdateContactRoutingBehavior: described({
    flowTypes: permitted.inbound,
    errors: [otherErrorObserved],
    parameters: {
      QueuePriority: { value: "static or reference", number: [1, 9_999_999] },
      QueueTimeAdjustmentSeconds: { value: "static or reference" },
    },
    exactlyOne: [["QueuePriority", "QueueTimeAdjustmentSeconds"]],
  }),
  UpdatePreviousContactParticipantState: described({
    flowTypes: permitted.inboundAndTransfer,
    parameters: {
      PreviousContactParticipantState: {
        value: "static",
        choices: ["AgentOnHold", "CustomerOnHold", "OffHold"],
      },
    },
  }),
  CompleteOutboundCall: described({
    flowTypes: ["OUTBOUND_WHISPER"],
    channels: voiceOnly,
    errors: [otherErrorObserved],
    parameters: { CallerId: { value: "structure", inside: "static or reference" } },
  }),
  CreateTask: described({
    flowTypes: permitted.everywhere,
    parameters: {
      ContactFlowId: place,
      TaskTemplateId: { value: "static" },
      Name: { value: "interpolated" },
      Description: { value: "interpolated" },
      Attributes: { value: "structure", inside: "interpolated" },
      References: { value: "structure", inside: "interpolated" },
      DelaySeconds: { value: "static or reference", number: [1, 518_400] },
      ScheduledTime: place,
    },
    atMostOne: [["DelaySeconds", "ScheduledTime"]],
  }),
  ...Object.fromEntries(
    [
      "CreateCase",
      "GetCase",
      "UpdateCase",
      "CreateWisdomSession",
      "TagContact",
      "UnTagContact",
      "UpdateContactMediaProcessing",
      "UpdateContactMediaStreamingBehavior",
      "ResumeContact",
      "StartOutboundChatContact",
      "CreatePersistentContactAssociation",
      "LoadContactContent",
    ].map((type) => [type, openlyDescribed()]),
  ),
};

/** A type that the guide lists and whose parameters are not written down here: they are taken as they are. */
function openlyDescribed(): ActionDescription {
  return described({
    flowTypes: permitted.everywhere,
    conditions: { kind: "any" },
    errors: [
      otherError,
      ...["NoMatchingCondition", "ContactNotLinked", "NoneFound", "MultipleFound", "PartialSuccess"].map(
        (type) => optionalError(type),
      ),
    ],
    evidence: "assumed",
  });
}

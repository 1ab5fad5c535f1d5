import { Stack, type StackProps } from "aws-cdk-lib";
import type { IStream } from "aws-cdk-lib/aws-kinesis";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import type { Programme } from "../domain/programme.ts";
import { ContactFeed } from "./constructs/contact-feed.ts";
import type { HandlerName } from "./constructs/handler-definitions.ts";
import { HandlerFunction } from "./constructs/handler-function.ts";
import type { Stores } from "./data-stack.ts";

/** What the handlers stand on, and what calls them. */
export interface HandlersStackProps extends StackProps {
  readonly environment: string;
  readonly programme: Programme;
  readonly stores: Stores;
  readonly instanceArn: string;
  readonly contactRecords: IStream;
}

/** The code that calls ask, and what calls it: contact events and contact records. It may be replaced at any time. */
export class HandlersStack extends Stack {
  readonly answerCall: IFunction;
  readonly requestCallback: IFunction;
  readonly publishReport: IFunction;

  constructor(scope: Construct, id: string, props: HandlersStackProps) {
    super(scope, id, props);
    const { environment, programme, stores } = props;
    const make = (constructId: string, handler: HandlerName) =>
      new HandlerFunction(this, constructId, { handler, environment, programme, stores }).function;
    this.answerCall = make("AnswerCall", "answer-call");
    this.requestCallback = make("RequestCallback", "request-callback");
    this.publishReport = make("PublishMonthlyReport", "publish-report");
    new ContactFeed(this, "ContactFeed", {
      instanceArn: props.instanceArn,
      contactRecords: props.contactRecords,
      takeContactEvent: make("TakeContactEvent", "take-contact-event"),
      takeContactRecords: make("TakeContactRecords", "take-contact-records"),
      undelivered: stores.undelivered,
      alarms: stores.alarms,
    });
  }
}

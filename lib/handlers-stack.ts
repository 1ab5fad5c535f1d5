import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { IStream } from "aws-cdk-lib/aws-kinesis";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import type { Programme } from "../domain/programme.ts";
import { ContactFeed } from "./constructs/contact-feed.ts";
import type { HandlerName } from "./constructs/handler-definitions.ts";
import { HandlerFunction } from "./constructs/handler-function.ts";
import { InquiryApi } from "./constructs/inquiry-api.ts";
import type { Stores } from "./data-stack.ts";

/** What the handlers stand on, and what calls them. */
export interface HandlersStackProps extends StackProps {
  readonly environment: string;
  readonly programme: Programme;
  readonly stores: Stores;
  readonly instanceArn: string;
  readonly contactRecords: IStream;
  readonly formRequestsPerAddress: number;
}

/** The code, and what calls it: contact events, contact records, and the web form. It may be replaced at any time. */
export class HandlersStack extends Stack {
  readonly answerCall: IFunction;
  readonly requestCallback: IFunction;
  readonly publishMonthlyReport: IFunction;

  constructor(scope: Construct, id: string, props: HandlersStackProps) {
    super(scope, id, props);
    const { environment, programme, stores } = props;
    const make = (constructId: string, handler: HandlerName) =>
      new HandlerFunction(this, constructId, { handler, environment, programme, stores }).function;
    this.answerCall = make("AnswerCall", "answer-call");
    this.requestCallback = make("RequestCallback", "request-callback");
    this.publishMonthlyReport = make("PublishMonthlyReport", "publish-monthly-report");
    new ContactFeed(this, "ContactFeed", {
      instanceArn: props.instanceArn,
      contactRecords: props.contactRecords,
      takeContactEvent: make("TakeContactEvent", "take-contact-event"),
      takeContactRecords: make("TakeContactRecords", "take-contact-records"),
      undelivered: stores.undelivered,
      alarms: stores.alarms,
    });
    const inquiries = new InquiryApi(this, "Inquiries", {
      name: `${environment}-${programme.id}-inquiries`,
      submitWebForm: make("SubmitWebForm", "submit-web-form"),
      requestsPerAddress: props.formRequestsPerAddress,
    });
    new CfnOutput(this, "InquiriesUrl", { value: inquiries.url });
  }
}

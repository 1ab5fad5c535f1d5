import { Construct } from "constructs";
import { guardStage, statedLength } from "./web-acl.ts";

/** What is guarded. */
export interface DeskGuardProps {
  readonly name: string;
  /** The ARN of the API's stage. */
  readonly stageArn: string;
}

/**
 * Requests that one address may send within five minutes. The whole desk goes out by one address, and each of its screens
 * asks every few seconds: 20 people, a request a second each.
 */
const requestsPerAddress = 6_000;

/** Bytes, from 200,000: what is typed at the desk is text, and no picture is sent. */
const largeBody = "^[2-9]\\d{5}$|^\\d{7,}$";

/** The web ACL before the desk: how often one address may ask, and how much it may send. */
export class DeskGuard extends Construct {
  constructor(scope: Construct, id: string, { name, stageArn }: DeskGuardProps) {
    super(scope, id);
    guardStage(this, {
      name,
      stageArn,
      blocks: [
        { part: "body-size", statement: statedLength(largeBody), answer: { responseCode: 413 } },
        {
          part: "requests-per-address",
          statement: { rateBasedStatement: { aggregateKeyType: "IP", limit: requestsPerAddress } },
          answer: { responseCode: 429 },
        },
      ],
    });
  }
}

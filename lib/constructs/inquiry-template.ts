import { CfnTaskTemplate } from "aws-cdk-lib/aws-connect";
import type { Construct } from "constructs";
import type { Programme } from "../../domain/programme.ts";

/** What a task of a written inquiry says, in the order in which it is asked. */
const fields = [
  { name: "件名", type: "NAME", description: "用件を短く", isRequired: true },
  { name: "受付番号", type: "TEXT", description: "相談案件の受付番号", isRequired: true },
  { name: "回答期限", type: "DATE_TIME", description: "相談案件の期限", isRequired: false },
  {
    name: "内容",
    type: "DESCRIPTION",
    description: "相談者の名前、電話番号、住所は書かない。相談案件に書く。",
    isRequired: false,
  },
] as const;

/**
 * The form by which somebody at the desk makes a task of an inquiry that came by no form of ours, such as a letter. It
 * goes the way of those that the web form makes.
 */
export function inquiryTemplate(
  scope: Construct,
  programme: Programme,
  instanceArn: string,
  contactFlowArn: string,
): void {
  const required = fields.filter(({ isRequired }) => isRequired);
  new CfnTaskTemplate(scope, "InquiryTemplate", {
    instanceArn,
    name: "書面での相談",
    description: programme.deskName,
    status: "ACTIVE",
    contactFlowArn,
    fields: fields.map(({ name, type, description }) => ({ id: { name }, type, description })),
    // The library passes this on as it is, so it is written in CloudFormation's own words.
    constraints: { RequiredFields: required.map(({ name }) => ({ Id: { Name: name } })) },
  });
}

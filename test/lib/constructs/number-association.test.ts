import { App, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { NumberAssociation } from "../../../lib/constructs/number-association.ts";
import { resources, theOnly } from "../deployed.ts";

const instanceArn =
  "arn:aws:connect:ap-northeast-1:123456789012:instance/11111111-2222-3333-4444-555555555555";
const flowId = "99999999-8888-7777-6666-555555555555";
const flowArn = `${instanceArn}/contact-flow/${flowId}`;
const firstNumber = "0b5f8a1e-7c43-4f5e-9a51-2f4f6f0e9d11";
const secondNumber = "7d2c9b40-1111-4222-8333-444455556666";
const arnOf = (numberId: string) => `arn:aws:connect:ap-northeast-1:123456789012:phone-number/${numberId}`;

function associating(numberId: string): Template {
  const stack = new Stack(new App(), "one", { env: { region: "ap-northeast-1" } });
  new NumberAssociation(stack, "Number", { numberArn: arnOf(numberId), instanceArn, flowArn });
  return Template.fromStack(stack);
}

const template = associating(firstNumber);
const association = theOnly(template, "Custom::NumberAssociation");
const statements = Object.values(resources(template, "AWS::IAM::Policy")).flatMap(
  ({ Properties }) => Properties["PolicyDocument"].Statement,
);

describe("a number that is there already", () => {
  test.each(["Create", "Update"])("is answered by the flow: %s", (request) => {
    expect(JSON.parse(association.Properties[request])).toEqual({
      service: "Connect",
      action: "AssociatePhoneNumberContactFlow",
      parameters: {
        PhoneNumberId: firstNumber,
        InstanceId: "11111111-2222-3333-4444-555555555555",
        ContactFlowId: flowId,
      },
      physicalResourceId: { id: firstNumber },
    });
  });

  test("is let go when the stack goes, even where it is gone before", () => {
    expect(JSON.parse(association.Properties["Delete"])).toEqual({
      service: "Connect",
      action: "DisassociatePhoneNumberContactFlow",
      parameters: { PhoneNumberId: firstNumber, InstanceId: "11111111-2222-3333-4444-555555555555" },
      ignoreErrorCodesMatching: "ResourceNotFoundException",
    });
  });

  test("may be connected to this flow and disconnected, and nothing else may be done to it", () => {
    expect(statements.filter(({ Action }) => !JSON.stringify(Action).includes("logs:"))).toEqual([
      {
        Effect: "Allow",
        Action: "connect:AssociatePhoneNumberContactFlow",
        Resource: [arnOf(firstNumber), flowArn],
      },
      { Effect: "Allow", Action: "connect:DisassociatePhoneNumberContactFlow", Resource: arnOf(firstNumber) },
    ]);
    expect(theOnly(template, "AWS::IAM::Role").Properties["ManagedPolicyArns"]).toBeUndefined();
  });

  test("is connected once that is allowed", () => {
    const [policy] = Object.entries(resources(template, "AWS::IAM::Policy")).filter(([, { Properties }]) =>
      JSON.stringify(Properties).includes("connect:AssociatePhoneNumberContactFlow"),
    );
    expect(association.DependsOn).toEqual([policy?.[0]]);
  });

  test("needs nothing from a registry while it is deployed", () => {
    expect(association.Properties["InstallLatestAwsSdk"]).toBe(false);
  });
});

test("another number is another association with another policy, so that the old one may still be let go", () => {
  const idsOf = (template: Template, type: string) => Object.keys(resources(template, type));
  const other = associating(secondNumber);
  expect(idsOf(other, "Custom::NumberAssociation")).not.toEqual(idsOf(template, "Custom::NumberAssociation"));
  const kept = idsOf(other, "AWS::IAM::Policy").filter((id) =>
    idsOf(template, "AWS::IAM::Policy").includes(id),
  );
  expect(kept).toEqual([expect.stringContaining("RoleDefaultPolicy")]);
  expect(idsOf(other, "AWS::IAM::Role")).toEqual(idsOf(template, "AWS::IAM::Role"));
});

/** What a function may be told when it is deployed; `lib/constructs/handler-access.ts` tells each what it reads. */
export type VariableName =
  | "PROGRAMME"
  | "ENVIRONMENT"
  | "ROSTER"
  | "CONTACTS_TABLE"
  | "CASES_TABLE"
  | "CALLBACKS_TABLE"
  | "DESK_TABLE"
  | "PARKED_TABLE"
  | "AUDIT_TABLE"
  | "REPORT_BUCKET"
  | "REPORT_FONTS"
  | "OPERATOR_QUEUE_ARN"
  | "LEADER_QUEUE_ARN"
  | "SUPERVISOR_QUEUE_ARN"
  | "DESK_HOURS_ARN"
  | "PUBLISHED_HOLIDAYS_URL"
  | "INQUIRY_QUEUE_URL"
  | "PICTURE_BUCKET"
  | "MAIL_BUCKET"
  | "MAIL_CONFIGURATION_SET"
  | "INSTANCE_ID"
  | "INQUIRY_TASK_FLOW_ID"
  | "FORM_KEY_SECRET"
  | "WEB_FOLDER"
  | "DESK_FOLDER"
  | "SIGN_IN_CLIENT_ID"
  | "SIGN_IN_ISSUER"
  | "SIGN_IN_ADDRESS"
  | "WORKSPACE_ORIGIN"
  | "PERSON_KEY_SECRET";

/** What a function was told. Throws where it was not, which stops it at its start. */
export function variable(
  { environment }: { readonly environment: Readonly<Record<string, string | undefined>> },
  name: VariableName,
): string {
  const value = environment[name];
  if (!value) throw new Error(`The environment variable ${name} is not set.`);
  return value;
}

/**
 * How SDK clients reach the embedded cloud: the region of the deployment, and credentials that the SDK insists on and
 * nobody checks.
 */
export const localAccess = {
  region: "ap-northeast-1",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
} as const;

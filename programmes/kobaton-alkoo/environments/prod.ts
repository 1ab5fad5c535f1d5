import type { EnvironmentSettings } from "../../../domain/environment-settings.ts";

/** The desk that residents call. */
export const prod: EnvironmentSettings = {
  environment: "prod",
  region: "ap-northeast-1",
  backupRegion: "ap-northeast-3",
  instanceAlias: "callcentre-kobaton-alkoo",
  identityManagement: "SAML",
  recordingsKeptDays: 90,
  formRequestsPerAddress: 100,
  alarmMails: [],
};

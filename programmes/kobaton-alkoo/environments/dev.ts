import type { EnvironmentSettings } from "../../../domain/environment-settings.ts";

/** Where changes are tried. */
export const dev: EnvironmentSettings = {
  environment: "dev",
  region: "ap-northeast-1",
  backupRegion: "ap-northeast-3",
  instanceAlias: "callcentre-dev-kobaton-alkoo",
  identityManagement: "CONNECT_MANAGED",
  recordingsKeptDays: 90,
  formRequestsPerAddress: 100,
  alarmMails: [],
  roster: [
    { userName: "op01", role: "operator" },
    { userName: "ld01", role: "leader" },
    { userName: "sv01", role: "supervisor" },
  ],
};

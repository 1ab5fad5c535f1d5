import {
  checkedSettings,
  type DeployedProgramme,
  type Deployment,
  everyDeployed,
} from "../domain/environment-settings.ts";

/** What no two environments may share, within a programme or between programmes. */
const ownToEach = ["instanceAlias", "landingNumberArn", "deskAddress", "deskSignInPrefix"] as const;

/**
 * The programmes that have an environment of this name, each with its settings. Throws where none has one, and where the
 * settings of any environment, of this name or another, are not what they may be: every fault is named, a line each.
 */
export function deployedIn(environment: unknown, deployments: readonly Deployment[]): DeployedProgramme[] {
  const all = everyDeployed(deployments);
  const faults = [...all.flatMap(faultsOf), ...sharedBetween(all)];
  if (faults.length > 0) throw new Error(faults.join("\n"));
  const named = all.filter(({ settings }) => settings.environment === environment);
  if (named.length > 0) return named;
  const known = [...new Set(all.map(({ settings }) => `-c environment=${settings.environment}`))];
  throw new Error(`There is no environment "${String(environment)}": use ${known.join(" or ")}.`);
}

function faultsOf(deployed: DeployedProgramme): string[] {
  const checked = checkedSettings(deployed.settings);
  return checked.ok ? [] : [`${nameOf(deployed)}: ${checked.problem}`];
}

function sharedBetween(all: readonly DeployedProgramme[]): string[] {
  return all.flatMap((later, index) =>
    all.slice(0, index).flatMap((earlier) => {
      if (nameOf(later) === nameOf(earlier))
        return [`${nameOf(later)}: there are two environments of this name.`];
      return ownToEach
        .filter((key) => later.settings[key] !== undefined && later.settings[key] === earlier.settings[key])
        .map(
          (key) =>
            `${nameOf(later)}: ${key} was "${later.settings[key]}": one of its own, for ${nameOf(earlier)} has this.`,
        );
    }),
  );
}

function nameOf({ programme, settings }: DeployedProgramme): string {
  return `${programme.id}/${settings.environment}`;
}

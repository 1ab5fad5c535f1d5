import { failure, type Result, success } from "../../domain/result.ts";
import { plainUserName, type Role } from "../../domain/roster.ts";
import { deployments } from "../../programmes/deployments.ts";

/** What somebody is by the roster of one of a programme's environments; a code that is not in it is refused. */
export function roleOf(programme: string, environment: string, staff: string): Result<Role> {
  const environments = deployments.find((one) => one.programme.id === programme)?.environments ?? [];
  const settings = environments.find((one) => one.environment === environment);
  if (!settings)
    return failure(
      `There is no environment "${environment}": use ${environments.map((one) => one.environment).join(" or ")}.`,
    );
  const colleague = settings.roster?.find((one) => plainUserName(one.userName) === plainUserName(staff));
  return colleague
    ? success(colleague.role)
    : failure(`${staff} is not in the roster of ${environment}: enter who approves there first.`);
}

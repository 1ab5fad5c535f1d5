import type { Deployment } from "../domain/environment-settings.ts";
import { dev } from "./kobaton-alkoo/environments/dev.ts";
import { prod } from "./kobaton-alkoo/environments/prod.ts";
import { kobatonAlkoo } from "./kobaton-alkoo/programme.ts";

/** Every programme with its environments; apart from the registry, because no handler needs to know them. */
export const deployments: readonly Deployment[] = [{ programme: kobatonAlkoo, environments: [dev, prod] }];

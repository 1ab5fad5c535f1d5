import type { Instant } from "../../domain/japan-time.ts";
import { inWords } from "../../domain/report/reconciliation/reconciliation-words.ts";
import type { Reconciliation } from "../../domain/report/reconciliation/reconcile.ts";
import {
  reconcilePublished,
  type ReconcileServices,
  reconcileSoFar,
  type ReconcileSoFarServices,
} from "./reconcile-report.ts";

/** What a night's reconciliation came to: a line for each report, and a sentence for each that differs. */
export interface NightlyReconciliation {
  readonly reconciled: readonly { readonly report: string; readonly difference: number }[];
  readonly problems: readonly string[];
}

/** Reconciles the running month as far as yesterday, and the last month that was published. Both are looked at, whatever the first says. */
export function reconcileNightly(services: ReconcileServices & ReconcileSoFarServices) {
  const soFar = reconcileSoFar(services);
  const published = reconcilePublished(services);
  return async (now: Instant): Promise<NightlyReconciliation> => {
    const reconciled: Reconciliation[] = [];
    const problems: string[] = [];
    const take = (one: Reconciliation) => {
      reconciled.push(one);
      if (one.difference !== 0) problems.push(inWords(one));
    };
    const running = await soFar(now);
    if (running) take(running);
    const last = await lastPublishedMonth(services);
    if (last !== undefined) {
      const answer = await published(last);
      if (answer.ok) take(answer.value);
      else problems.push(answer.problem);
    }
    return { reconciled: reconciled.map(({ report, difference }) => ({ report, difference })), problems };
  };
}

async function lastPublishedMonth({ programme, reports }: ReconcileServices): Promise<string | undefined> {
  const names = (await reports.all(programme.id)).map(({ report }) => report);
  return names
    .filter((name) => name.startsWith("monthly/"))
    .sort()
    .at(-1);
}

import type { NaviDialCount } from "../../domain/report/navi-dial.ts";
import type { Proposal } from "../../domain/report/proposal.ts";
import { entryId, inOrderOfLog, type ReportEntry } from "../../domain/report/report-log.ts";
import type { NaviDialStore, ProposalStore, ReportLog } from "../../usecases/ports/reports.ts";

/** What people enter for a report and what happens to it, in memory, for tests and rehearsals. It passes the same contract suites. */

export function memoryProposals(): ProposalStore {
  const kept = new Map<string, Map<number, Proposal>>();
  const of = (programme: string) => kept.get(programme) ?? new Map<number, Proposal>();
  return {
    all: async (programme) => [...of(programme).values()].sort((one, other) => one.number - other.number),
    add: async (programme, proposal) => {
      const holder = of(programme).get(proposal.number);
      if (!holder) kept.set(programme, new Map(of(programme)).set(proposal.number, proposal));
      return holder;
    },
    update: async (programme, changed) => {
      if (of(programme).get(changed.number)?.history.length !== changed.history.length - 1) return false;
      kept.set(programme, new Map(of(programme)).set(changed.number, changed));
      return true;
    },
  };
}

export function memoryNaviDial(): NaviDialStore {
  const kept = new Map<string, Map<string, NaviDialCount>>();
  return {
    all: async (programme) =>
      [...(kept.get(programme)?.values() ?? [])].sort((one, other) => (one.month < other.month ? -1 : 1)),
    enter: async (programme, count) => {
      kept.set(programme, new Map(kept.get(programme)).set(count.month, count));
    },
  };
}

export function memoryReportLog(): ReportLog {
  const kept = new Map<string, Map<string, ReportEntry>>();
  const all = (programme: string) => [...(kept.get(programme)?.values() ?? [])].sort(inOrderOfLog);
  return {
    all: async (programme) => all(programme),
    of: async (programme, report) => all(programme).filter((entry) => entry.report === report),
    append: async (programme, entry) => {
      const holder = kept.get(programme)?.get(entryId(entry));
      if (!holder) kept.set(programme, new Map(kept.get(programme)).set(entryId(entry), entry));
      return holder;
    },
  };
}

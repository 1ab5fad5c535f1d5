import type { PlannedVolumes } from "../../domain/report/figures/planned-volumes.ts";

/**
 * Inbound calls of the former programme (R27). The annex with the real numbers was not supplied: these are sample figures of
 * ours, marked as such wherever they show. When the annex is there, its numbers take their place and `isSample` becomes false.
 */
const inboundOfBaseYear = {
  "2022-07": 1400,
  "2022-08": 1300,
  "2022-09": 1200,
  "2022-10": 1300,
  "2022-11": 1100,
  "2022-12": 1000,
  "2023-01": 1200,
  "2023-02": 1000,
  "2023-03": 1500,
};

export const plannedVolumes: PlannedVolumes = {
  baseYear: "令和4年度",
  inbound: inboundOfBaseYear,
  isSample: true,
  // R28: about 1.5 times the base year, month by month.
  factor: 1.5,
  // What we propose ourselves (R28), from the same sample figures: the first months after the start are expected to be busier.
  proposed: {
    "2024-07": 2400,
    "2024-08": 2100,
    "2024-09": 1800,
    "2024-10": 1950,
    "2024-11": 1650,
    "2024-12": 1500,
    "2025-01": 1800,
    "2025-02": 1500,
    "2025-03": 2250,
  },
};

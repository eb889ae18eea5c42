import type { Generated } from "kysely";
import type { Evaluation } from "#interactions/lifecycle.rules.ts";

interface Sums {
  line_no: number;
  template_id: number | null;
  group_id: number | null;
  salesperson_id: number | null;
  campaign_id: number | null;
  evaluation: Evaluation | null;
  no_of_interactions: number;
  cost: string;
  duration_min: number;
  no_of_failed_attempts: number;
  targets_contacted: number;
  targets_responded: number;
}

export interface StatisticsTables {
  interaction_day_sums: Sums & { day: string };
  interaction_month_sums: Sums & { month: string };
  interaction_changed_days: { id: Generated<number>; day: string };
}

import type { ColumnType, Generated } from "kysely";
import type { TaskStatus, TaskType } from "./tasks.rules.ts";

export interface TasksTables {
  tasks: {
    id: Generated<number>;
    no: string;
    description: string;
    /** Blank: a plain task. */
    type: TaskType | null;
    contact_id: number | null;
    company_id: number | null;
    /** Whose it was before it stayed with the company that the person left. */
    former_contact_id: number | null;
    salesperson_id: number | null;
    campaign_id: number | null;
    opportunity_id: number | null;
    date: string;
    /** Of calls, and of meetings that do not last all day. */
    start_time: string | null;
    /** Seconds. */
    duration_sec: Generated<number>;
    all_day: Generated<boolean>;
    location: string | null;
    status: Generated<TaskStatus>;
    closed: ColumnType<boolean, never, never>;
    date_closed: string | null;
    version: Generated<number>;
    last_modified_at: Generated<string>;
  };
}

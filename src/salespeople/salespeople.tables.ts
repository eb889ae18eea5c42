import type { Generated } from "kysely";

export interface SalespeopleTables {
  salespeople: {
    id: Generated<number>;
    code: string;
    name: string | null;
    job_title: string | null;
    email: string | null;
    email2: string | null;
    phone_no: string | null;
    commission_percent: Generated<string>;
    privacy_blocked: Generated<boolean>;
    blocked: Generated<boolean>;
    version: Generated<number>;
    last_modified_at: Generated<string>;
  };
}

import type { Generated, JSONColumnType } from "kysely";

export interface PlatformTables {
  number_blocks: { series: string; next: number };
  audit_entries: {
    id: Generated<number>;
    recorded_at: Generated<string>;
    request_id: string;
    actor: string;
    user_id: number | null;
    token_id: number | null;
    action: string;
    resource: string;
    resource_key: string;
    changes: JSONColumnType<Record<string, unknown>, string, never>;
  };
  idempotency_keys: {
    actor: string;
    key: string;
    request_hash: Buffer;
    status: number | null;
    answer: Buffer | null;
    headers: JSONColumnType<Record<string, string>, string, string> | null;
    created_at: Generated<string>;
  };
  job_runs: {
    id: string;
    kind: string;
    status: Generated<JobStatus>;
    payload: JSONColumnType<Record<string, unknown>, string, string>;
    done: Generated<number>;
    total: number | null;
    result: JSONColumnType<Record<string, unknown>, string, string> | null;
    problem: JSONColumnType<JobProblem, string, string> | null;
    cancel_requested: Generated<boolean>;
    user_id: number | null;
    token_id: number | null;
    actor: string;
    language: string;
    created_at: Generated<string>;
    started_at: string | null;
    finished_at: string | null;
  };
}

export type JobStatus = "queued" | "running" | "succeeded" | "failed" | "canceled";

/** Why a job ended badly: an error id and what its text needs. */
export interface JobProblem {
  readonly code: string;
  readonly values: Record<string, string | number | boolean | null | readonly (string | number)[]>;
}

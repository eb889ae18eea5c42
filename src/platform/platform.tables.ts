import type { Generated, JSONColumnType } from "kysely";
import type { Right } from "#users/rights.rules.ts";
import type { Actor, Language } from "./context.ts";
import type { ErrorValues, FieldError } from "./errors.ts";

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
    /** Of the request, so that answers about what is erased are found; `null`: kept before this was. */
    path: string | null;
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
    actor_details: JSONColumnType<JobActor, string, never>;
    language: Language;
    attempts: Generated<number>;
    run_token: string | null;
    created_at: Generated<string>;
    started_at: string | null;
    finished_at: string | null;
  };
}

export type JobStatus = "queued" | "running" | "succeeded" | "failed" | "canceled";

/** Why a job ended badly: the error's id and HTTP status, what its text needs, and the fields at fault. */
export interface JobProblem {
  readonly code: string;
  readonly status: number;
  readonly values: ErrorValues;
  readonly fieldErrors: readonly FieldError[];
}

/** Who started a job, beside the name and the ids, which have columns of their own. */
export interface JobActor extends Omit<Actor, "name" | "userId" | "tokenId" | "rights"> {
  readonly rights: readonly Right[];
}

import type { Generated } from "kysely";
import type { Requester } from "./privacy.contract.ts";

export interface PrivacyTables {
  contact_erasures: {
    id: Generated<number>;
    contact_id: number;
    contact_no: string;
    requested_by: Requester;
    reason: string;
    erased_at: string;
    erased_by: string;
    counts: unknown;
  };
  privacy_exports: {
    id: string;
    contact_id: number;
    contact_no: string;
    /** `null` until the archive is complete. */
    file_bytes: number | null;
    created_at: string;
    created_by: string;
    expires_at: string;
  };
  contact_consents: {
    contact_id: number;
    channel: "email" | "phone" | "letter" | "message";
    purpose: string;
    granted: boolean;
    date: string;
    given_by: string | null;
    evidence: string | null;
    version: Generated<number>;
    last_modified_at: Generated<string>;
  };
  retention_rules: {
    id: Generated<number>;
    code: string;
    description: string | null;
    what: "idleContacts" | "logContent";
    months: number;
    keeps_linked: Generated<boolean>;
    action: Generated<"report" | "erase">;
    nightly: Generated<boolean>;
    last_run_at: string | null;
    last_run_found: number | null;
    version: Generated<number>;
    last_modified_at: Generated<string>;
  };
}

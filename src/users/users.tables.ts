import type { Generated } from "kysely";
import type { Language } from "#platform/context.ts";
import type { Right, Role } from "./rights.rules.ts";

export interface UsersTables {
  users: {
    id: Generated<number>;
    user_name: string;
    email: string;
    full_name: string;
    password_hash: string | null;
    role: Role;
    extra_rights: Generated<Right[]>;
    salesperson_id: number | null;
    language: Generated<Language>;
    theme: Generated<"system" | "light" | "dark">;
    disabled: Generated<boolean>;
    version: Generated<number>;
    created_at: Generated<string>;
    last_modified_at: Generated<string>;
  };
  sessions: {
    token_hash: Buffer;
    user_id: number;
    created_at: Generated<string>;
    last_seen_at: Generated<string>;
    expires_at: string;
    user_agent: string | null;
    address: string | null;
  };
  user_links: {
    token_hash: Buffer;
    user_id: number;
    purpose: "invitation" | "reset";
    created_at: Generated<string>;
    expires_at: string;
  };
  api_tokens: {
    id: Generated<number>;
    name: string;
    token_hash: Buffer;
    prefix: string;
    role: Role;
    narrowed_to: Right[] | null;
    address_book_only: Generated<boolean>;
    user_id: number | null;
    expires_at: string | null;
    revoked_at: string | null;
    last_used_at: string | null;
    created_by: string;
    created_at: Generated<string>;
    version: Generated<number>;
  };
  sign_in_attempts: { subject: string; failures: number; window_started_at: string };
}

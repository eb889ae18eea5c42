import type { Generated } from "kysely";

export type StorageType = "embedded" | "file";

export interface AttachmentsTables {
  attachments: {
    no: number;
    blob_id: string;
    file_name: string;
    file_extension: string | null;
    mime_type: string;
    read_only: Generated<boolean>;
    created_at: Generated<string>;
    created_by: string;
    last_modified_at: Generated<string>;
  };
  attachment_blobs: {
    id: Generated<string>;
    sha256: string;
    size: number;
    storage_type: StorageType;
    storage_location: string | null;
    touched_at: Generated<string>;
    unused_since: string | null;
  };
  attachment_chunks: {
    blob_id: string;
    chunk_no: number;
    bytes: Buffer;
  };
}

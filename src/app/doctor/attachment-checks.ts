import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { spoolFolder, storedFile } from "#attachments/index.ts";
import { blocks, type Check, type Finding, fine, orphans, type Patient, wrong } from "./findings.ts";

interface FileRow {
  readonly sha256: string;
  readonly size: string;
  readonly location: string;
  readonly attached: boolean;
}

const leftOverAfterMs = 3 * 60 * 60_000;

/** Nothing half-written, no bytes without an owner, no owner without bytes. */
export const attachmentChecks: readonly Check[] = [
  orphans(
    "log entries have their attachment",
    "interaction_log_entries e where e.attachment_no is not null and not exists (select from attachments a where a.no = e.attachment_no)",
  ),
  orphans(
    "templates have their attachment",
    "interaction_template_languages l where l.attachment_no is not null and not exists (select from attachments a where a.no = l.attachment_no)",
  ),
  orphans(
    "contacts have their picture",
    "contact_images i where not exists (select from attachments a where a.no = i.attachment_no)",
  ),
  orphans(
    "parties have their picture",
    "parties p where p.image_no is not null and not exists (select from attachments a where a.no = p.image_no)",
  ),
  orphans(
    "attachments of log entries have their entry",
    "attachments a where a.read_only and not exists (select from interaction_log_entries e where e.attachment_no = a.no) and not exists (select from interaction_template_languages l where l.attachment_no = a.no)",
  ),
  orphans(
    "files and pictures belong to something",
    // What nothing has named for seven days is cleaned up.
    `attachments a where not a.read_only and a.created_at < now() - interval '9 days'
       and not exists (select from contact_images i where i.attachment_no = a.no)
       and not exists (select from parties p where p.image_no = a.no)
       and not exists (select from interaction_log_entries e where e.attachment_no = a.no)
       and not exists (select from interaction_template_languages l where l.attachment_no = a.no)
       and not exists (select from interaction_drafts d where d.attachment_no = a.no)
       and not exists (select from contact_merge_steps s where s.table_name = 'contact_images'
                          and s.details @> jsonb_build_array(jsonb_build_object('attachment_no', a.no)))`,
  ),
  orphans(
    "stored bytes have their attachment",
    // What was just released or brought along is cleaned up within the hour.
    "attachment_blobs b where coalesce(b.unused_since, b.touched_at) < now() - interval '3 hours' and not exists (select from attachments a where a.blob_id = b.id)",
  ),
  orphans(
    "attachments in the database have their bytes",
    "attachment_blobs b where b.storage_type = 'embedded' and b.size <> (select coalesce(sum(length(c.bytes)), 0) from attachment_chunks c where c.blob_id = b.id)",
  ),
  { name: "attachments on the disk have their bytes", run: filesAreThere },
  { name: "files on the disk have their attachment", run: filesAreKnown },
  { name: "uploads have arrived or are under way", run: uploadsAreMoving },
  blocks("attachment numbers are ahead", "attachment", "select max(no) from attachments"),
];

async function filesAreThere(patient: Patient): Promise<Finding> {
  const rows = await fileRows(patient);
  const missing: string[] = [];
  for (const { sha256, size, location } of rows.filter(({ attached }) => attached)) {
    const { path } = storedFile(patient.dataFolder, location, sha256);
    const found = await stat(path).catch(() => null);
    if (found?.size !== Number(size)) missing.push(path);
  }
  return missing.length === 0
    ? fine("all of them")
    : wrong(`${missing.length} do not, such as ${missing[0]}`);
}

async function filesAreKnown(patient: Patient): Promise<Finding> {
  const rows = await fileRows(patient);
  const roots = new Set(rows.map(({ location }) => storedFile(patient.dataFolder, location, "").root));
  const known = new Set(
    rows.map(({ location, sha256 }) => storedFile(patient.dataFolder, location, sha256).path),
  );
  const strange: string[] = [];
  for (const root of roots) {
    const entries: Dirent[] = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && !known.has(path)) strange.push(path);
    }
  }
  return strange.length === 0
    ? fine("all of them")
    : wrong(`${strange.length} do not, such as ${strange[0]}`);
}

/** What a killed program left half-arrived is cleaned up within the hour. */
async function uploadsAreMoving({ dataFolder }: Patient): Promise<Finding> {
  const folder = spoolFolder(dataFolder);
  const names: string[] = await readdir(folder).catch(() => []);
  const found = await Promise.all(names.map((name) => stat(join(folder, name)).catch(() => null)));
  const old = names.filter(
    (_, index) => (found[index]?.mtimeMs ?? Date.now()) < Date.now() - leftOverAfterMs,
  );
  return old.length === 0
    ? fine(`${names.length} under way`)
    : wrong(`${old.length} left over, such as ${join(folder, old[0]!)}`);
}

async function fileRows({ owner }: Patient): Promise<FileRow[]> {
  const { rows } = await owner.query<FileRow>(
    `select b.sha256, b.size, b.storage_location as location,
            exists (select from attachments a where a.blob_id = b.id) as attached
       from attachment_blobs b where b.storage_type = 'file'`,
  );
  return rows;
}

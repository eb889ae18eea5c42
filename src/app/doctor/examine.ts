import pg from "pg";
import { checks, type Finding } from "./checks.ts";

/** Runs every check, telling each finding as it comes; returns how many failed. Changes nothing. */
export async function examine(
  { ownerUrl, ...place }: { ownerUrl: string; dataFolder: string; isEmbedded: boolean },
  tell: (finding: { name: string; ok: boolean; says: string }) => void,
): Promise<number> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: "rapport-doctor" });
  await owner.connect();
  let failed = 0;
  try {
    for (const check of checks) {
      const finding = await check.run({ owner, ...place }).catch(unableToTell);
      if (!finding.ok) failed += 1;
      tell({ name: check.name, ...finding });
    }
  } finally {
    await owner.end();
  }
  return failed;
}

/** A table that is not there is a finding too. */
function unableToTell(error: Error): Finding {
  return { ok: false, says: error.message };
}

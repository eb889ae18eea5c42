import { knownContacts } from "../scales.ts";
import type { Bench } from "./measure.ts";

export interface KnownContact {
  readonly id: number;
  readonly no: string;
}

/** People as they come up in daily work: those of random entries, without the ones that stand out. */
export async function ordinaryPeople(bench: Bench, count: number): Promise<KnownContact[]> {
  const { bigCompany, heavyPerson } = knownContacts(bench.scale);
  const entryNos = Array.from(
    { length: count * 4 },
    () => 1 + Math.floor(bench.chance() * bench.scale.entries),
  );
  const { rows } = await bench.owner.query<KnownContact>(
    `select c.id, c.no from interaction_log_entries e join contacts c on c.id = e.contact_id
      where e.entry_no = any($1::bigint[]) and c.type = 'person' and c.company_id <> $2 and c.id <> $3
      order by array_position($1::bigint[], e.entry_no) limit $4`,
    [entryNos, bigCompany, heavyPerson, count],
  );
  return rows;
}

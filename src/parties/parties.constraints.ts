import { Conflict } from "#platform/errors.ts";
import type { ConstraintErrors } from "#platform/http/problems.ts";

const changedMeanwhile = () => new Conflict("concurrent_change");
const taken = (path: string) => () => new Conflict("duplicate", { key: "" }, [{ path, code: "duplicate" }]);

/** What two people who write the same at once run into. */
export const partiesConstraints: ConstraintErrors = {
  parties_kind_no_key: taken("no"),
  parties_kind_external_id_key: taken("externalId"),
  party_entries_external_id_key: taken("externalId"),
  party_entries_party_id_fkey: changedMeanwhile,
  contact_business_relations_pkey: changedMeanwhile,
  contact_business_relations_link_key: changedMeanwhile,
  contact_business_relations_contact_id_fkey: changedMeanwhile,
  contact_business_relations_business_relation_id_fkey: changedMeanwhile,
};

/** Pieces of the floors: what anybody would have to ask the database for the same answers. */

/** Every column of an entry that its answer shows. */
// biome-ignore format: a list of words
const entryColumns = [
  "contact_id", "entry_no", "company_id", "former_contact_id", "happened_at", "recorded_at", "description", "subject",
  "template_id", "group_id", "language_id", "information_flow", "initiated_by", "correspondence_type", "contact_via",
  "contact_alt_address_code", "cost", "duration_min", "evaluation", "attempt_failed", "salesperson_id", "user_id",
  "campaign_id", "campaign_entry_no", "campaign_target", "campaign_response", "segment_no", "logged_segment_entry_no",
  "task_id", "opportunity_id", "document_type", "document_no", "version_no", "document_occurrence", "source",
  "delivery_status", "postponed", "canceled", "canceled_at", "canceled_by", "cancel_reason", "comment_count",
  "kept_contact_name", "kept_company_name", "version", "last_modified_at",
];

const ofEntry = entryColumns.map((column) => `e.${column}`).join(", ");
const newestFirst = "e.happened_at desc, e.entry_no desc";

/** The newest 51 entries that meet a condition. */
export function newestEntries(condition: string): string {
  return `select ${ofEntry} from interaction_log_entries e where ${condition} and not e.postponed
    order by ${newestFirst} limit 51`;
}

/** A page with everything that its answer names. */
export function pageWithNames(page: string): string {
  return `with e as (${page})
    select ${ofEntry}, t.code as template_code, t.description as template_description,
           t.information_flow as template_flow, g.code as group_code, l.code as language_code,
           s.code as salesperson_code, s.name as salesperson_name, u.full_name as user_full_name,
           c.no as contact_no, c.name as contact_name, k.no as company_no, k.name as company_name,
           f.no as former_contact_no
      from e
      left join interaction_templates t on t.id = e.template_id
      left join interaction_groups g on g.id = e.group_id
      left join languages l on l.id = e.language_id
      left join salespeople s on s.id = e.salesperson_id
      left join users u on lower(u.user_name) = lower(e.user_id)
      left join contacts c on c.id = e.contact_id
      left join contacts k on k.id = e.company_id
      left join contacts f on f.id = e.former_contact_id
     order by ${newestFirst}`;
}

/** A person's own entries and those that stayed with a former company. */
export const timelineOfPerson = pageWithNames(
  `select * from ((${newestEntries("e.contact_id = $1")})
     union all
     (${newestEntries("e.former_contact_id = $1")})) e
    order by ${newestFirst} limit 51`,
);

/** What happened with a company and its people. */
export const timelineOfCompany = pageWithNames(newestEntries("e.company_id = $1"));

const contactOrder = `coalesce(c.company_name, '') collate "fi-x-icu", coalesce(c.company_id, 0), c.type,
  coalesce(c.name, '') collate "fi-x-icu", c.id`;

/** The first page of the contact list: every column it answers, with the codes of the small tables. */
export function contactPage(condition: string): string {
  return `with page as (select c.* from contacts c where ${condition} order by ${contactOrder} limit 51)
    select c.*, k.no as company_no, sa.code as salutation, ol.code as organizational_level, co.code as country,
           te.code as territory, cu.code as currency, la.code as language, sp.code as salesperson, ns.code as no_series
      from page c
      left join contacts k on k.id = c.company_id
      left join salutations sa on sa.id = c.salutation_id
      left join organizational_levels ol on ol.id = c.organizational_level_id
      left join countries co on co.id = c.country_id
      left join territories te on te.id = c.territory_id
      left join currencies cu on cu.id = c.currency_id
      left join languages la on la.id = c.language_id
      left join salespeople sp on sp.id = c.salesperson_id
      left join number_series ns on ns.id = c.no_series_id
     order by ${contactOrder}`;
}

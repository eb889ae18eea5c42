import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Context } from "#app/database.ts";
import { allOf, fetchPage } from "#platform/db/fetch-page.ts";
import { containsWords } from "#platform/db/search-words.ts";
import { NotFound } from "#platform/errors.ts";
import type {
  InteractionTemplate,
  listInteractionTemplates as templatesContract,
} from "./templates.contract.ts";

type TemplatesQuery = z.output<NonNullable<(typeof templatesContract)["query"]>>;

interface TemplateRow {
  id: number;
  code: string;
  group_code: string;
  description: string | null;
  unit_cost: string;
  unit_duration_min: number;
  information_flow: InteractionTemplate["informationFlow"];
  initiated_by: InteractionTemplate["initiatedBy"];
  default_correspondence_type: InteractionTemplate["defaultCorrespondenceType"];
  ignore_contact_correspondence_type: boolean;
  default_language_code: string | null;
  wizard_action: InteractionTemplate["wizardAction"];
  languages: InteractionTemplate["languages"];
  campaign_no: string | null;
  campaign_target: boolean;
  campaign_response: boolean;
  archived: boolean;
  version: number;
  last_modified_at: string;
}

const orders = {
  code: [{ expression: sql.ref("r.code"), type: "text" }],
  description: [
    { expression: sql`coalesce(r.description, '')`, type: "text" },
    { expression: sql.ref("r.code"), type: "text" },
  ],
} as const;

const templateRows = sql`
  select t.id, t.code, g.code as group_code, t.description, t.unit_cost, t.unit_duration_min, t.information_flow,
         t.initiated_by, t.default_correspondence_type, t.ignore_contact_correspondence_type,
         d.code as default_language_code, t.wizard_action,
         (select no from campaigns where id = t.campaign_id) as campaign_no, t.campaign_target, t.campaign_response, t.archived, t.version, t.last_modified_at,
         coalesce((select json_agg(json_build_object('languageCode', l.code, 'description', tl.description, 'attachmentNo', tl.attachment_no) order by l.code nulls first)
           from interaction_template_languages tl left join languages l on l.id = tl.language_id
          where tl.template_id = t.id), '[]') as languages
    from interaction_templates t
    join interaction_groups g on g.id = t.group_id
    left join languages d on d.id = t.default_language_id`;

export function listTemplates(ctx: Context, query: TemplatesQuery) {
  const conditions: RawBuilder<unknown>[] = [
    containsWords(sql`r.code || ' ' || coalesce(r.description, '')`, query.search),
  ];
  if (query.code) conditions.push(sql`r.code = any(${query.code}::text[])`);
  if (query.interactionGroupCode)
    conditions.push(sql`r.group_code = any(${query.interactionGroupCode}::text[])`);
  if (query.archived !== undefined) conditions.push(sql`r.archived = ${query.archived}`);
  const source = {
    columns: sql`r.*`,
    from: sql`(${templateRows}) r`,
    where: allOf(conditions),
    orders,
    defaultSort: "code",
  } as const;
  return fetchPage(ctx.db, source, query, presentTemplate);
}

export async function getTemplate(ctx: Context, code: string): Promise<InteractionTemplate> {
  const { rows } = await sql<TemplateRow>`${templateRows} where t.code = ${code}`.execute(ctx.db);
  if (!rows[0]) throw new NotFound("not_found", { code }, [{ path: "code", code: "not_found" }]);
  return presentTemplate(rows[0]);
}

function presentTemplate(row: TemplateRow): InteractionTemplate {
  return {
    code: row.code,
    interactionGroupCode: row.group_code,
    description: row.description,
    unitCost: Number(row.unit_cost),
    unitDurationMin: row.unit_duration_min,
    informationFlow: row.information_flow,
    initiatedBy: row.initiated_by,
    defaultCorrespondenceType: row.default_correspondence_type,
    ignoreContactCorrespondenceType: row.ignore_contact_correspondence_type,
    defaultLanguageCode: row.default_language_code,
    wizardAction: row.wizard_action,
    languages: row.languages,
    attachmentNo:
      row.languages.find(({ languageCode }) => languageCode === row.default_language_code)?.attachmentNo ??
      null,
    campaignNo: row.campaign_no,
    campaignTarget: row.campaign_target,
    campaignResponse: row.campaign_response,
    archived: row.archived,
    version: row.version,
    lastModifiedAt: row.last_modified_at,
  };
}

import type { Context } from "#app/database.ts";
import type { RecordingFacts } from "../recording-facts.queries.ts";
import { contentOf } from "./draft-choices.rules.ts";
import type { KeptDraft } from "./draft-rows.ts";
import { stepsOf } from "./draft-steps.rules.ts";
import type { InteractionDraft } from "./drafts.contract.ts";
import { waysToReach } from "./reach-contact.ts";

/** The draft as the API shows it, with the names of what it refers to. */
export function presentDraft(
  ctx: Pick<Context, "now" | "timeZone">,
  draft: KeptDraft,
  facts: RecordingFacts,
): InteractionDraft {
  const { values } = draft;
  const contact = facts.contacts.get(values.contactNo ?? "");
  const template = facts.templates.get(values.interactionTemplateCode ?? "");
  const companyNo = contact?.companyNo ?? null;
  // Whoever fixes a contact fixes its company.
  const isCompanyFixed = draft.fixed.includes("contactNo") && companyNo !== null;
  return {
    id: draft.id,
    kind: draft.kind,
    step: draft.step,
    steps: [...stepsOf(draft.kind, template ?? null)],
    fixed: [...draft.fixed, ...(isCompanyFixed ? ["contactCompanyNo"] : [])],
    typed: [...draft.typed],
    outcome: draft.outcome,
    entryNo: draft.entryNo,
    resumedEntryNo: draft.resumedEntryNo,
    ...values,
    attachmentNo: contentOf(draft, template ?? null),
    cost: values.cost === null ? null : Number(values.cost),
    contactName: contact?.name ?? null,
    contactCompanyNo: companyNo,
    contactCompanyName: contact?.companyName ?? null,
    interactionTemplateDescription: template?.description ?? null,
    interactionGroupCode: template?.interactionGroupCode ?? null,
    salespersonName: facts.salespeople.get(values.salespersonCode ?? "")?.name ?? null,
    comments: draft.comments.map(({ isNew: _, ...comment }) => comment),
    phoneNumbers:
      contact && draft.kind === "phoneCall"
        ? waysToReach(ctx, contact, values.contactAltAddressCode).numbers
        : [],
    version: draft.version,
    createdAt: draft.createdAt,
    lastModifiedAt: draft.lastModifiedAt,
  };
}

import { consentChannel } from "#interactions/outreach.rules.ts";
import type { InteractionTemplate } from "#interactions/templates.contract.ts";
import { consentWarnings, type Outreach } from "#privacy/consents/consent-warnings.rules.ts";
import { listConsents } from "#privacy/consents/consents.contract.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import classes from "./ConsentNote.module.css";
import { useGroups } from "./use-templates.ts";

interface ConsentNoteProps extends Pick<Outreach, "informationFlow" | "initiatedBy"> {
  readonly contactNo: string | null | undefined;
  readonly template:
    | Pick<InteractionTemplate, "code" | "description" | "interactionGroupCode">
    | null
    | undefined;
  readonly correspondenceType: "hardCopy" | "email" | null;
  readonly contactVia: string | null;
}

/** What the contact's consents say against reaching it this way (contacts B6). It keeps nobody from logging. */
export function ConsentNote({ contactNo, template, informationFlow, initiatedBy, ...way }: ConsentNoteProps) {
  const t = useT();
  const groups = useGroups();
  const { data } = useEndpoint(
    listConsents,
    { params: { no: contactNo ?? "" } },
    { enabled: contactNo != null && informationFlow === "outbound" },
  );
  if (!data || !template || contactNo == null) return null;
  const channel = consentChannel({
    groupCode: template.interactionGroupCode,
    groupDescription: groups.get(template.interactionGroupCode),
    templateCode: template.code,
    templateDescription: template.description,
    ...way,
  });
  const warnings = consentWarnings(
    { informationFlow, initiatedBy, channel },
    { consents: data.items, askedChannels: data.askedChannels },
  );
  return warnings.map(({ code, values }) => (
    <div key={code} className={classes.note} role="status">
      {t(`privacy.consents.warnings.${code}`, values)}
    </div>
  ));
}

import { Skeleton } from "@mantine/core";
import type { Contact } from "#contacts/contacts.contract.ts";
import type { ContactSectionProps } from "#contacts/ui/index.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { getContactPrivacy } from "../privacy.contract.ts";
import { ErasePart } from "./ErasePart.tsx";
import { ErasureRecord } from "./ErasureRecord.tsx";
import { ExportPart } from "./ExportPart.tsx";
import classes from "./privacy.module.css";

/** Exporting and erasing a contact, and the record of its erasure. */
export default function PrivacySection({ contact }: ContactSectionProps) {
  const t = useT();
  const isErased = contact.erasedAt !== null;
  return (
    <CardGroup
      // Folded or not is remembered by its name: of an erased contact the record is to be seen.
      key={String(isErased)}
      name={isErased ? "privacy.erased" : "privacy.rights"}
      titleKey="privacy.title"
      layout="plain"
      startsFolded={!isErased}
      summary={isErased && t("privacy.erased.title")}
    >
      <SubjectRights contact={contact} />
    </CardGroup>
  );
}

/** Asked for only when the group is unfolded: it counts everything that hangs on the contact. */
function SubjectRights({ contact }: { readonly contact: Contact }) {
  const { data, error, refetch } = useEndpoint(getContactPrivacy, { params: { no: contact.no } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={120} mt="sm" />;
  return (
    <div className={classes.parts}>
      {data.erasure !== null && <ErasureRecord erasure={data.erasure} />}
      <ExportPart no={contact.no} exports={data.exports} />
      {data.erasure === null && <ErasePart contact={contact} privacy={data} />}
    </div>
  );
}

import { Skeleton } from "@mantine/core";
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
  const { data, error, refetch } = useEndpoint(getContactPrivacy, { params: { no: contact.no } });
  const erasure = data?.erasure ?? null;
  return (
    <CardGroup
      name="privacy.rights"
      titleKey="privacy.title"
      layout="plain"
      startsFolded={contact.erasedAt === null}
      summary={erasure !== null && t("privacy.erased.title")}
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={120} mt="sm" />}
      {data && (
        <div className={classes.parts}>
          {erasure !== null && <ErasureRecord erasure={erasure} />}
          <ExportPart no={contact.no} exports={data.exports} />
          {erasure === null && <ErasePart contact={contact} privacy={data} />}
        </div>
      )}
    </CardGroup>
  );
}

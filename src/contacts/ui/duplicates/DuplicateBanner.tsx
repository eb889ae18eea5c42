import { IconCopy } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { listDuplicates } from "#contacts/duplicates/duplicates.contract.ts";
import { getContactStatistics } from "#interactions/timeline.contract.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { Banner } from "#web/widgets/Banner.tsx";
import { duplicatesHref, pairHref } from "./paths.ts";

const mostNamed = 3;

/** Says on a company's card that it may be here twice, and leads to the comparison. */
export default function DuplicateBanner({ no }: { readonly no: string }) {
  const t = useT();
  // The card has asked for the figures anyway; only who has duplicates is asked for them.
  const { data: figures } = useEndpoint(getContactStatistics, { params: { no } });
  const { data } = useEndpoint(
    listDuplicates,
    { query: { contactNo: no, separate: "false", limit: String(mostNamed), count: "true" } },
    { enabled: (figures?.noOfDuplicates ?? 0) > 0 },
  );
  if (!data || data.items.length === 0) return null;
  const count = data.totalCount ?? data.items.length;
  return (
    <Banner tone="warning" icon={IconCopy}>
      {t("contacts.duplicates.banner")}{" "}
      {data.items.map((pair, index) => {
        const isContact = pair.contactNo === no;
        const name = isContact
          ? (pair.duplicateName ?? pair.duplicateNo)
          : (pair.contactName ?? pair.contactNo);
        return (
          <span key={pairHref(pair)}>
            {index > 0 && " · "}
            <Link to={pairHref(pair)}>{t("contacts.duplicates.compareWith", { name })}</Link>
          </span>
        );
      })}
      {count > mostNamed && (
        <>
          {" · "}
          <Link to={duplicatesHref({ contactNo: no })}>{t("contacts.duplicates.all", { count })}</Link>
        </>
      )}
    </Banner>
  );
}

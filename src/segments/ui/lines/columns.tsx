import { contactHref } from "#contacts/ui/index.ts";
import { RecordLink } from "#interactions/ui/index.ts";
import type { SegmentLine } from "#segments/segment-lines.contract.ts";
import { salespersonSource } from "#setup/ui/lookups.ts";
import type { Column } from "#web/grid/columns.ts";
import { useT } from "#web/i18n.ts";

/** Who the line is for; `null` while it waits for a contact. */
export function lineName({ contactName, contactCompanyName, contactNo }: SegmentLine): string | null {
  return contactName ?? (contactNo === null ? null : (contactCompanyName ?? contactNo));
}

function LineName({ line }: { readonly line: SegmentLine }) {
  const t = useT();
  return lineName(line) ?? <span style={{ fontStyle: "italic" }}>{t("segments.lines.noContact")}</span>;
}

export const lineColumns: readonly Column<SegmentLine>[] = [
  {
    key: "contactName",
    headerKey: "segments.lines.contact",
    render: (line) => <LineName line={line} />,
    width: 190,
    grow: 2,
  },
  {
    key: "contactNo",
    headerKey: "fields.no",
    render: ({ contactNo }) => contactNo && <RecordLink to={contactHref(contactNo)}>{contactNo}</RecordLink>,
    width: 104,
    grow: 0,
    onCard: "aside",
  },
  {
    key: "contactCompanyName",
    headerKey: "segments.lines.company",
    render: ({ contactName, contactCompanyName }) => contactName !== null && contactCompanyName,
    width: 160,
    grow: 2,
    givesWay: 5,
    onCard: "subtitle",
  },
  {
    key: "description",
    headerKey: "fields.description",
    render: ({ description }) => description,
    width: 160,
    grow: 2,
    givesWay: 3,
  },
  {
    key: "date",
    headerKey: "fields.date",
    render: ({ date }, format) => format.date(date),
    width: 104,
    grow: 0,
  },
  {
    key: "salespersonCode",
    headerKey: "fields.salespersonCode",
    render: ({ salespersonName, salespersonCode }) => salespersonName ?? salespersonCode,
    width: 130,
    givesWay: 6,
    filter: {
      kind: "code",
      key: "salespersonCode",
      labelKey: "fields.salespersonCode",
      source: salespersonSource,
    },
  },
  {
    key: "campaignNo",
    headerKey: "fields.campaignNo",
    render: ({ campaignNo }) => campaignNo,
    width: 110,
    grow: 0,
    givesWay: 4,
  },
  {
    key: "contactAltAddressCode",
    headerKey: "fields.contactAltAddressCode",
    render: ({ contactAltAddressCode }) => contactAltAddressCode,
    width: 130,
    grow: 0,
    givesWay: 2,
  },
  {
    key: "contactEmail",
    headerKey: "fields.email",
    render: ({ contactEmail }) => contactEmail,
    width: 180,
    startsHidden: true,
    onCard: "none",
  },
  {
    key: "contactPhoneNo",
    headerKey: "fields.contactPhoneNo",
    render: ({ contactPhoneNo }) => contactPhoneNo,
    width: 140,
    startsHidden: true,
    onCard: "none",
  },
  {
    key: "contactMobilePhoneNo",
    headerKey: "fields.contactMobilePhoneNo",
    render: ({ contactMobilePhoneNo }) => contactMobilePhoneNo,
    width: 140,
    startsHidden: true,
    onCard: "none",
  },
];

import { ActionIcon, Anchor, Group, Text } from "@mantine/core";
import { IconUserMinus } from "@tabler/icons-react";
import type { QueryClient } from "@tanstack/react-query";
import type { ContactSectionProps } from "#contacts/ui/index.ts";
import { RecordLink } from "#interactions/ui/index.ts";
import { listContactSegmentLines, type SegmentLine } from "#segments/segment-lines.contract.ts";
import { FactBox } from "#web/card/FactBox.tsx";
import { openDialog } from "#web/dialogs.ts";
import { useT } from "#web/i18n.ts";
import { infiniteListQuery, useInfiniteList } from "#web/query.ts";
import { useMay } from "#web/session.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { segmentHref } from "../addresses.ts";
import { lineName } from "../lines/columns.tsx";
import { removeLines } from "../lines/line-actions.ts";

const pageSize = 5;

/** Asks for them while the contact itself is still on its way. */
export function prefetchLines(queries: QueryClient, no: string): void {
  void queries.prefetchInfiniteQuery(
    infiniteListQuery(listContactSegmentLines, { params: { no } }, pageSize),
  );
}

/** The open segments that the contact is on, of a company also its people; the latest first. */
export default function ContactSegmentsBox({ contact, isBlocked }: ContactSectionProps) {
  const t = useT();
  const mayAdd = useMay()("segments.edit") && !isBlocked;
  const list = useInfiniteList(listContactSegmentLines, { params: { no: contact.no } }, { pageSize });
  if (list.isLoading || list.error || (list.rows.length === 0 && !mayAdd)) return null;
  return (
    <FactBox titleKey="contactSegments.open">
      {list.rows.map((line) => (
        <Line key={`${line.segmentNo} ${line.lineNo}`} line={line} isOther={line.contactNo !== contact.no} />
      ))}
      {list.hasMore && (
        <Text size="sm" component="div" mb={6}>
          <Anchor component="button" type="button" size="sm" onClick={list.loadMore}>
            {t("contactSegments.more")}
          </Anchor>
        </Text>
      )}
      {mayAdd && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() =>
            openDialog("segments.addContacts", { contacts: [{ no: contact.no, name: contact.name }] })
          }
        >
          {t("contactSegments.action")}
        </Anchor>
      )}
    </FactBox>
  );
}

/** What is prepared, when, and by whom; of somebody else in the company, for whom. */
function Line({ line, isOther }: { readonly line: SegmentLine; readonly isOther: boolean }) {
  const t = useT();
  const ui = useUi();
  const format = useFormat();
  const { segmentNo, segmentDescription, description, campaignNo, date, salespersonName } = line;
  const name = segmentDescription ?? segmentNo;
  const label = isOther
    ? t("contactSegments.leaveNamed", { contact: lineName(line) ?? "", name })
    : t("contactSegments.leave", { name });
  return (
    <Group gap={6} wrap="nowrap" align="flex-start" mb={6}>
      <div style={{ minWidth: 0, flex: 1 }}>
        <Text size="sm" component="div" truncate>
          <RecordLink to={segmentHref(segmentNo)} title={name}>
            {name}
          </RecordLink>
        </Text>
        <Text size="xs" c="dimmed" component="div" truncate>
          {[
            isOther ? lineName(line) : null,
            segmentDescription === null ? null : segmentNo,
            description === segmentDescription ? null : description,
            format.date(date),
          ]
            .filter(Boolean)
            .join(" · ")}
        </Text>
        {(campaignNo !== null || salespersonName !== null) && (
          <Text size="xs" c="dimmed" component="div" truncate>
            {[campaignNo, salespersonName].filter(Boolean).join(" · ")}
          </Text>
        )}
      </div>
      {ui.may("segments.edit") && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          title={label}
          aria-label={label}
          onClick={() => void removeLines([line], ui)}
        >
          <IconUserMinus size={15} stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}

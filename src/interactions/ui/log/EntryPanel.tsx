import { Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { getEntryAttachment } from "#interactions/attachments/attachments.contract.ts";
import { getLogEntry, type LogEntry } from "#interactions/log-entry.contract.ts";
import { urlOf } from "#web/api-client.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useFormat } from "#web/use-format.ts";
import { ActionBar } from "#web/widgets/ActionBar.tsx";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import { contactHref } from "../addresses.ts";
import { AttachedFile } from "../attachments/AttachedFile.tsx";
import { ChannelIcon } from "../ChannelIcon.tsx";
import { channelFactsOf } from "../channel-facts.ts";
import { CorrectedMark } from "../correct/CorrectedMark.tsx";
import { RecordLink } from "../RecordLink.tsx";
import { EntryComments } from "./EntryComments.tsx";
import { EntryFacts } from "./EntryFacts.tsx";
import { EntryResult } from "./EntryResult.tsx";
import { panelActions } from "./entry-actions.ts";
import { useEntryInUrl } from "./entry-in-url.ts";
import { PanelSection, SidePanel } from "./SidePanel.tsx";

/** One entry of the log at the side: its facts, its result to be completed, its comments. */
export function EntryPanel({ entryNo, onClose }: { readonly entryNo: number; readonly onClose: () => void }) {
  const t = useT();
  const { data: entry, error, refetch } = useEndpoint(getLogEntry, { params: { entryNo: String(entryNo) } });
  return (
    <SidePanel
      label={t("interactions.entry.panel", { entryNo })}
      onClose={onClose}
      head={entry ? <EntryHead entry={entry} /> : <Skeleton height={20} width="60%" my={6} />}
    >
      {error && !entry ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : entry ? (
        <>
          <EntryState entry={entry} />
          <PanelSection title={t("interactions.entry.result")}>
            <EntryResult entry={entry} />
          </PanelSection>
          {entry.attachmentNo !== null && (
            <PanelSection title={t("interactions.attachments.title")}>
              <AttachedFile
                attachmentNo={entry.attachmentNo}
                href={urlOf(getEntryAttachment, { params: { entryNo: String(entry.entryNo) } })}
              />
            </PanelSection>
          )}
          <PanelSection title={t("interactions.entry.facts")}>
            <EntryFacts entry={entry} />
          </PanelSection>
          <PanelSection title={t("interactions.entry.comments")}>
            <EntryComments entryNo={entry.entryNo} />
          </PanelSection>
        </>
      ) : (
        <Stack gap="md" py="md" role="status" aria-label={t("web.list.loading")}>
          {[140, 200, 90].map((height) => (
            <Skeleton key={height} height={height} />
          ))}
        </Stack>
      )}
    </SidePanel>
  );
}

function EntryHead({ entry }: { readonly entry: LogEntry }) {
  const format = useFormat();
  const isOfPerson = entry.contactCompanyNo !== null && entry.contactCompanyNo !== entry.contactNo;
  return (
    <>
      <Group gap={8} wrap="nowrap" align="flex-start" c="dimmed">
        <span style={{ paddingTop: 3 }}>
          <ChannelIcon facts={channelFactsOf(entry)} size={18} />
        </span>
        <Title order={2} c="var(--mantine-color-text)" style={{ overflowWrap: "anywhere" }}>
          {entry.title}
        </Title>
      </Group>
      <Text size="sm" c="dimmed" mt={2}>
        {format.dayAndTime(entry.date, entry.time)}
        {entry.contactNo !== null && (
          <>
            {" · "}
            <RecordLink to={contactHref(entry.contactNo)} isAmongWords>
              {entry.contactName ?? entry.contactNo}
            </RecordLink>
          </>
        )}
        {isOfPerson && entry.contactCompanyNo !== null && (
          <>
            {" · "}
            <RecordLink to={contactHref(entry.contactCompanyNo)} isAmongWords>
              {entry.contactCompanyName ?? entry.contactCompanyNo}
            </RecordLink>
          </>
        )}
      </Text>
    </>
  );
}

/** What is special about the entry, why, and what can be done with it. */
function EntryState({ entry }: { readonly entry: LogEntry }) {
  const t = useT();
  const format = useFormat();
  const { hrefOf } = useEntryInUrl();
  const { correctedByEntryNo: correctedBy } = entry;
  return (
    <Group justify="flex-end" align="flex-start" gap="xs" pt={12}>
      <Stack gap={4} flex="1 1 220px">
        <Group gap={6}>
          {entry.canceled && <StatusBadge tone="danger">{t("interactions.facts.canceled")}</StatusBadge>}
          <CorrectedMark entry={entry} />
          {entry.attemptFailed && (
            <StatusBadge tone="warning">{t("interactions.facts.attemptFailed")}</StatusBadge>
          )}
        </Group>
        {entry.canceled && entry.canceledAt !== null && (
          <Text size="xs" c="dimmed">
            {t("interactions.entry.canceledBy", {
              moment: format.instant(entry.canceledAt),
              name: entry.canceledBy ?? "",
            })}
          </Text>
        )}
        {entry.cancelReason !== null && (
          <Text size="xs">{t("interactions.entry.cancelReason", { reason: entry.cancelReason })}</Text>
        )}
        {correctedBy !== null && (
          <Text size="xs">
            <RecordLink to={hrefOf(correctedBy)}>
              {t("interactions.correction.replacedBy", { entryNo: correctedBy })}
            </RecordLink>
          </Text>
        )}
      </Stack>
      <ActionBar actions={panelActions} subject={entry} visible={1} />
    </Group>
  );
}

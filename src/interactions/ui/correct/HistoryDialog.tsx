import { Anchor, Group, Skeleton, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type CorrectedVersion, listCorrections } from "#interactions/correct/correction.contract.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useFormat } from "#web/use-format.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import { entryHref } from "../addresses.ts";
import { ChangeList } from "./ChangeList.tsx";
import classes from "./correct.module.css";

/** How an entry came to be what it is: what was logged first, and each correction with its reason. */
export default function HistoryDialog({ entryNo, onClose }: { readonly entryNo: number } & DialogFrame) {
  const t = useT();
  const { data, error, refetch } = useEndpoint(listCorrections, { params: { entryNo: String(entryNo) } });
  return (
    <Dialog onClose={onClose} title={t("interactions.correction.historyTitle")} size="lg">
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <ol className={classes.versions}>
          {data.items.map((version, index) => (
            <VersionItem
              key={version.entry.entryNo}
              version={version}
              reason={data.items[index - 1]?.entry.cancelReason ?? null}
              isShown={version.entry.entryNo === entryNo}
              onOpen={onClose}
            />
          ))}
        </ol>
      ) : (
        <Skeleton height={120} role="status" aria-label={t("web.list.loading")} />
      )}
    </Dialog>
  );
}

function VersionItem(props: {
  readonly version: CorrectedVersion;
  /** Why the entry before it was corrected. */
  readonly reason: string | null;
  readonly isShown: boolean;
  readonly onOpen: () => void;
}) {
  const t = useT();
  const format = useFormat();
  const { entry, changes } = props.version;
  const isFirst = entry.correctsEntryNo === null;
  const said = { moment: format.instant(entry.recordedAt), name: entry.userId };
  return (
    <li className={classes.version} data-current={entry.canceled ? undefined : true}>
      <Group gap={8}>
        <Text size="sm" fw={500}>
          {t(isFirst ? "interactions.correction.first" : "interactions.correction.version", said)}
        </Text>
        {entry.canceled && <StatusBadge tone="danger">{t("interactions.facts.canceled")}</StatusBadge>}
        {props.isShown && <StatusBadge>{t("interactions.correction.isShown")}</StatusBadge>}
      </Group>
      {!isFirst && props.reason !== null && (
        <Text size="sm">{t("interactions.correction.because", { reason: props.reason })}</Text>
      )}
      {changes.length > 0 ? <ChangeList changes={changes} /> : <Text size="sm">{entry.description}</Text>}
      {!props.isShown && (
        <Anchor component={Link} to={entryHref(entry.entryNo)} size="sm" onClick={props.onOpen}>
          {t("interactions.correction.openIt", { entryNo: entry.entryNo })}
        </Anchor>
      )}
    </li>
  );
}

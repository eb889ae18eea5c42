import { Table, Text } from "@mantine/core";
import type { AuditEntry } from "#audit/audit.contract.ts";
import { useT } from "#web/i18n.ts";
import { useFormat } from "#web/use-format.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { changesOf } from "./changes.rules.ts";
import { actionName, fieldName, resourceName, valueName } from "./words.ts";

/** One change: who, what, and every value before and after. */
export function AuditEntryDialog(props: { readonly entry: AuditEntry; readonly onClose: () => void }) {
  const t = useT();
  const format = useFormat();
  const { entry } = props;
  const changes = changesOf(entry.changes);
  const isCompared = changes.some(({ before }) => before !== undefined);
  return (
    <Dialog
      size={680}
      onClose={props.onClose}
      title={t("audit.details", { moment: format.instant(entry.recordedAt) })}
      closeLabel={t("audit.close")}
    >
      <Text size="sm" mb="sm">
        {[
          entry.actor,
          actionName(entry.action, t),
          `${resourceName(entry.resource, t)} ${entry.resourceKey}`,
        ].join(" · ")}
      </Text>
      {changes.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("audit.noDetails")}
        </Text>
      ) : (
        <Table fz="sm" verticalSpacing={5} style={{ overflowWrap: "anywhere" }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="30%">{t("audit.field")}</Table.Th>
              {isCompared && <Table.Th>{t("audit.before")}</Table.Th>}
              <Table.Th>{isCompared ? t("audit.after") : t("audit.changes")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changes.map(({ field, before, after }) => (
              <Table.Tr key={field}>
                <Table.Th scope="row" fw={500}>
                  {fieldName(field, t)}
                </Table.Th>
                {isCompared && <Table.Td c="dimmed">{valueName(before, t)}</Table.Td>}
                <Table.Td>{valueName(after, t)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Text size="xs" c="dimmed" mt="md">
        {t("audit.requestId")} {entry.requestId}
      </Text>
    </Dialog>
  );
}

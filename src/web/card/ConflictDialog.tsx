import { Button, Group, Radio, Table, Text } from "@mantine/core";
import { useState } from "react";
import type { CardForm } from "../form/use-card-form.ts";
import { useT } from "../i18n.ts";
import { Dialog } from "../widgets/Dialog.tsx";

/** Two people changed the same fields: which value stays, field by field. Mine is preset, so nothing of mine is lost. */
export default function ConflictDialog({ form }: { readonly form: CardForm }) {
  const t = useT();
  const { conflict } = form;
  const [keepsTheirs, setKeepsTheirs] = useState<ReadonlySet<string>>(new Set());
  if (!conflict) return null;

  function choose(field: string, isTheirs: boolean): void {
    const next = new Set(keepsTheirs);
    if (isTheirs) next.add(field);
    else next.delete(field);
    setKeepsTheirs(next);
  }

  const show = (value: unknown) =>
    value === null || value === undefined || value === "" ? t("web.conflict.empty") : String(value);
  const chosen = Object.fromEntries(
    conflict.collisions.map(({ field, mine, theirs }) => [field, keepsTheirs.has(field) ? theirs : mine]),
  );
  return (
    <Dialog onClose={form.keepOpen} size="lg" title={t("web.conflict.title")}>
      <Text size="sm" c="dimmed" mb="sm">
        {t("web.conflict.text")}
      </Text>
      <Table verticalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("web.conflict.field")}</Table.Th>
            <Table.Th>{t("web.conflict.mine")}</Table.Th>
            <Table.Th>{t("web.conflict.theirs")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {conflict.collisions.map(({ field, mine, theirs }) => (
            <Table.Tr key={field}>
              <Table.Th scope="row">{form.labelOf(field)}</Table.Th>
              <Table.Td>
                <Radio
                  size="xs"
                  name={field}
                  label={show(mine)}
                  checked={!keepsTheirs.has(field)}
                  onChange={() => choose(field, false)}
                />
              </Table.Td>
              <Table.Td>
                <Radio
                  size="xs"
                  name={field}
                  label={show(theirs)}
                  checked={keepsTheirs.has(field)}
                  onChange={() => choose(field, true)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {conflict.onlyTheirs.length > 0 && (
        <Text size="sm" mt="sm">
          {t("web.conflict.alsoChanged", { fields: conflict.onlyTheirs.map(form.labelOf).join(", ") })}
        </Text>
      )}
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={form.keepOpen}>
          {t("web.actions.cancel")}
        </Button>
        <Button loading={form.isSaving} onClick={() => void form.settle(chosen)}>
          {t("web.conflict.save")}
        </Button>
      </Group>
    </Dialog>
  );
}

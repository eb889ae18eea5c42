import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { deleteSalesperson, listSalespeople, type Salesperson } from "#salespeople/salespeople.contract.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { LookupField } from "#web/fields/LookupField.tsx";
import { lookupOf } from "#web/fields/lookup.ts";
import { useT } from "#web/i18n.ts";
import { useUi } from "#web/ui.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { nameOf, salespeoplePath } from "./actions.ts";

const heirs = lookupOf(listSalespeople, {
  query: { blocked: "false", privacyBlocked: "false" },
  option: (row) => ({ value: row.code, label: row.name ?? row.code }),
});

/** Deletes a salesperson; somebody else takes the contacts over. */
export default function DeleteSalespersonDialog(props: { readonly salesperson: Salesperson } & DialogFrame) {
  const t = useT();
  const ui = useUi();
  const { code, version } = props.salesperson;
  const name = nameOf(props.salesperson);
  const [heir, setHeir] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function remove(): Promise<void> {
    setIsBusy(true);
    const query = heir === null ? {} : { reassignTo: heir };
    const done = await ui.call(deleteSalesperson, { params: { code }, query, ifMatch: version }, [
      "contacts",
    ]);
    setIsBusy(false);
    if (!done) return;
    ui.showSuccess(t("salespeople.deleted", { name }));
    props.onClose();
    ui.go(salespeoplePath);
  }

  return (
    <Dialog onClose={props.onClose} title={t("salespeople.deleteTitle", { name })}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t("salespeople.deleteText")}
        </Text>
        <LookupField
          label={t("fields.reassignTo")}
          source={heirs}
          value={heir}
          onChange={setHeir}
          autoFocus
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onClose}>
            {t("web.actions.cancel")}
          </Button>
          <Button color="red.9" loading={isBusy} onClick={() => void remove()}>
            {t("salespeople.delete")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

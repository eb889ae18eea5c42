import { Button, Group, Stack } from "@mantine/core";
import type { FormEvent } from "react";
import { NewSavedView, type SavedView, viewNameLength } from "#views/views.contract.ts";
import { SwitchField, TextField } from "../../fields/TextField.tsx";
import { useNewForm } from "../../form/use-new-form.ts";
import { useT } from "../../i18n.ts";
import { useMay } from "../../session.ts";
import { Dialog } from "../../widgets/Dialog.tsx";
import type { ViewCommands } from "./use-view-commands.ts";

const schema = NewSavedView.pick({ name: true, shared: true });
const blank = null as unknown as string;

/** The name of a view that is saved, or the new name of one that there is. */
export function NameViewDialog(props: {
  readonly view: SavedView | null;
  readonly commands: ViewCommands;
  readonly onClose: () => void;
}) {
  const t = useT();
  const may = useMay();
  const { view, commands, onClose } = props;
  const form = useNewForm({
    schema,
    initial: { name: view?.name ?? blank, shared: false },
    create: ({ name, shared = false }) =>
      view ? commands.rename(view, name) : commands.create({ name, shared }),
    onCreated: onClose,
  });
  return (
    <Dialog onClose={onClose} title={t(view ? "web.views.renameTitle" : "web.views.saveTitle")} size="sm">
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void form.submit();
        }}
      >
        <Stack gap="sm">
          <TextField
            label={t("web.views.name")}
            required
            autoFocus
            maxLength={viewNameLength}
            {...form.field("name")}
            onChange={(name) => form.field("name").onChange(name ?? blank)}
          />
          {!view && may("setup.write") && (
            <SwitchField
              label={t("web.views.share")}
              {...form.field("shared")}
              value={form.values.shared ?? false}
            />
          )}
          <Group justify="flex-end" gap="xs" mt="xs">
            <Button variant="default" onClick={onClose}>
              {t("web.actions.cancel")}
            </Button>
            <Button type="submit" loading={form.isSaving}>
              {t(view ? "web.views.rename" : "web.actions.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

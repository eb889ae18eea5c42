import { Button, Group, Select } from "@mantine/core";
import { useState } from "react";
import { copyTemplateAttachment } from "#interactions/attachments/attachments.contract.ts";
import { useT } from "#web/i18n.ts";
import { useAction } from "#web/query.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import type { RowAddress, RowWithFile } from "./rows-with-files.ts";

/** Copies the file of another template or language (interactions §9.2). */
export function CopyAttachmentDialog(props: {
  readonly target: RowAddress;
  readonly sources: readonly RowWithFile[];
  /** There is a file that gives way, which has been agreed to. */
  readonly replaces: boolean;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { target, sources, replaces, onClose } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const copy = useAction(copyTemplateAttachment, { onDone: onClose });
  const source = sources.find(({ key }) => key === chosen);
  return (
    <Dialog onClose={onClose} title={t("interactions.attachments.copyTitle")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!source) return;
          const { code: templateCode, languageCode } = source;
          copy.mutate({
            params: target,
            body: { templateCode, languageCode, ...(replaces && { replaceAttachment: true }) },
          });
        }}
      >
        <Select
          label={t("interactions.attachments.copyFrom")}
          description={t("interactions.attachments.copyText")}
          data={sources.map(({ key, code, description, language }) => ({
            value: key,
            label: [description ?? code, language ?? t("interactions.templates.noLanguage")].join(" · "),
          }))}
          searchable
          data-autofocus
          value={chosen}
          onChange={setChosen}
        />
        <Group justify="flex-end" gap="xs" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t("web.actions.cancel")}
          </Button>
          <Button type="submit" disabled={!source} loading={copy.isPending}>
            {t("interactions.attachments.copy")}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

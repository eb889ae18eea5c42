import { Button, Group, Text } from "@mantine/core";
import { useT } from "#web/i18n.ts";
import { AttachedFile } from "./AttachedFile.tsx";
import { FileButton } from "./FileButton.tsx";
import { uploadFile } from "./upload-file.ts";

/** A file of one's own; `null` is none, `undefined` leaves it to the template. */
export type ChosenFile = { readonly attachmentNo: number } | null | undefined;

/** The file that goes along: the template's, one that is uploaded instead, or none. */
export function AttachmentChoice(props: {
  readonly ofTemplate: number | null;
  readonly chosen: ChosenFile;
  readonly onChoose: (file: ChosenFile) => void;
}) {
  const t = useT();
  const { ofTemplate, chosen, onChoose } = props;

  async function attach(file: File): Promise<void> {
    const { attachmentNo } = await uploadFile(file);
    onChoose({ attachmentNo });
  }

  if (chosen) return <AttachedFile attachmentNo={chosen.attachmentNo} onRemove={() => onChoose(undefined)} />;
  return (
    <Group gap={8}>
      {ofTemplate !== null &&
        (chosen === null ? (
          <>
            <Text size="sm" c="dimmed">
              {t("interactions.attachments.leftOut")}
            </Text>
            <Button variant="subtle" size="compact-sm" onClick={() => onChoose(undefined)}>
              {t("interactions.attachments.putBack")}
            </Button>
          </>
        ) : (
          <AttachedFile
            attachmentNo={ofTemplate}
            note={t("interactions.attachments.fromTemplate")}
            removeLabel={t("interactions.attachments.leaveOut")}
            onRemove={() => onChoose(null)}
          />
        ))}
      <FileButton label={t("interactions.attachments.attach")} take={attach} />
    </Group>
  );
}

import { Button, Group, Input, Text } from "@mantine/core";
import { getEntryAttachment } from "#interactions/attachments/attachments.contract.ts";
import type { LogEntry } from "#interactions/log-entry.contract.ts";
import { urlOf } from "#web/api-client.ts";
import { useT } from "#web/i18n.ts";
import { AttachedFile } from "../attachments/AttachedFile.tsx";
import type { ChosenFile } from "../attachments/AttachmentChoice.tsx";
import { FileButton } from "../attachments/FileButton.tsx";
import { uploadFile } from "../attachments/upload-file.ts";

/** The file of the entry: it goes along, another one takes its place, or none does. */
export function AttachmentField(props: {
  readonly entry: LogEntry;
  /** `undefined`: the present one goes along. */
  readonly chosen: ChosenFile;
  readonly onChoose: (file: ChosenFile) => void;
}) {
  const t = useT();
  const { chosen, onChoose } = props;
  const { entryNo, attachmentNo } = props.entry;

  async function attach(file: File): Promise<void> {
    const uploaded = await uploadFile(file);
    onChoose({ attachmentNo: uploaded.attachmentNo });
  }

  return (
    <div>
      <Input.Label component="div" labelElement="div">
        {t("interactions.correction.attachment")}
      </Input.Label>
      <Group gap={8}>
        {chosen && <AttachedFile attachmentNo={chosen.attachmentNo} onRemove={() => onChoose(undefined)} />}
        {chosen === undefined && attachmentNo !== null && (
          <AttachedFile
            attachmentNo={attachmentNo}
            href={urlOf(getEntryAttachment, { params: { entryNo: String(entryNo) } })}
            removeLabel={t("interactions.attachments.leaveOut")}
            onRemove={() => onChoose(null)}
          />
        )}
        {chosen === null && (
          <>
            <Text size="sm" c="dimmed">
              {t("interactions.attachments.leftOut")}
            </Text>
            <Button variant="subtle" size="compact-sm" onClick={() => onChoose(undefined)}>
              {t("interactions.attachments.putBack")}
            </Button>
          </>
        )}
        {!chosen && <FileButton label={t("interactions.attachments.attach")} take={attach} />}
      </Group>
    </div>
  );
}

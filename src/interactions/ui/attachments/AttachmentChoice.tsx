import { Button, Group, Text } from "@mantine/core";
import { useLayoutEffect, useRef } from "react";
import { getTemplateAttachment } from "#interactions/attachments/attachments.contract.ts";
import type { InteractionTemplate } from "#interactions/templates.contract.ts";
import { urlOf } from "#web/api-client.ts";
import { useT } from "#web/i18n.ts";
import { AttachedFile } from "./AttachedFile.tsx";
import classes from "./attachments.module.css";
import { FileButton } from "./FileButton.tsx";
import { addressOf } from "./rows-with-files.ts";
import { uploadFile } from "./upload-file.ts";
import { useKeptFocus } from "./use-kept-focus.ts";

/** A file of one's own; `null` is none, `undefined` leaves it to the template. */
export type ChosenFile = { readonly attachmentNo: number } | null | undefined;

/** How far the file has come. */
export type UploadState = "going" | "arrived" | "failed";

/** The file of a template's language. */
export interface TemplateFile {
  readonly code: string;
  readonly languageCode: string | null;
  readonly attachmentNo: number;
}

/** The file of a language of a template, `null` without. */
export function fileOfTemplate(
  template: Pick<InteractionTemplate, "code" | "languages"> | null | undefined,
  languageCode: string | null,
): TemplateFile | null {
  const row = template?.languages.find((language) => language.languageCode === languageCode);
  if (!template || !row || row.attachmentNo === null) return null;
  return { code: template.code, languageCode, attachmentNo: row.attachmentNo };
}

/** The file that goes along: the template's, one that is uploaded instead, or none. */
export function AttachmentChoice(props: {
  readonly ofTemplate: TemplateFile | null;
  readonly chosen: ChosenFile;
  readonly onChoose: (file: ChosenFile) => void;
  /** What is logged meanwhile would be without the file. */
  readonly onUpload: (state: UploadState) => void;
}) {
  const t = useT();
  const { ofTemplate, chosen, onChoose } = props;
  // Other things are typed while a large file is on its way: what holds then is told.
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const box = useKeptFocus<HTMLDivElement>(chosen);

  async function attach(file: File): Promise<void> {
    latest.current.onUpload("going");
    try {
      const { attachmentNo } = await uploadFile(file);
      latest.current.onChoose({ attachmentNo });
      latest.current.onUpload("arrived");
    } catch (error) {
      latest.current.onUpload("failed");
      throw error;
    }
  }

  if (chosen)
    return (
      <div ref={box} tabIndex={-1} className={classes.choice}>
        <AttachedFile attachmentNo={chosen.attachmentNo} onRemove={() => onChoose(undefined)} />
      </div>
    );
  return (
    <Group ref={box} tabIndex={-1} gap={8} className={classes.choice}>
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
            attachmentNo={ofTemplate.attachmentNo}
            href={urlOf(getTemplateAttachment, { params: addressOf(ofTemplate.code, ofTemplate) })}
            note={t("interactions.attachments.fromTemplate")}
            removeLabel={t("interactions.attachments.leaveOut")}
            onRemove={() => onChoose(null)}
          />
        ))}
      <FileButton label={t("interactions.attachments.attach")} take={attach} />
    </Group>
  );
}

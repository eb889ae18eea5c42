import { Button } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import type { Attachment } from "#attachments/attachments.contract.ts";
import {
  deleteTemplateAttachment,
  getTemplateAttachment,
  putTemplateAttachment,
} from "#interactions/attachments/attachments.contract.ts";
import type { InteractionTemplate } from "#interactions/templates.contract.ts";
import { call, urlOf } from "#web/api-client.ts";
import { useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { AttachedFile } from "./AttachedFile.tsx";
import { FileButton } from "./FileButton.tsx";
import { addressOf, useRowsWithFiles } from "./rows-with-files.ts";
import { bodyOf } from "./upload-file.ts";

const CopyAttachmentDialog = lazy(async () => ({
  default: (await import("./CopyAttachmentDialog.tsx")).CopyAttachmentDialog,
}));

/** The file of one language of a template. */
export function TemplateAttachment(props: {
  readonly code: string;
  readonly row: InteractionTemplate["languages"][number];
  readonly mayChange: boolean;
}) {
  const t = useT();
  const ui = useUi();
  const { code, row, mayChange } = props;
  const params = addressOf(code, row);
  const sources = useRowsWithFiles(params);
  const [isCopying, setIsCopying] = useState(false);

  /** The file that is there is deleted with its bytes: one is asked before. */
  async function mayReplace(): Promise<boolean> {
    if (row.attachmentNo === null) return true;
    return ui.ask({
      title: t("interactions.attachments.replaceTitle"),
      text: t("interactions.attachments.replaceText"),
      confirmLabel: t("interactions.attachments.replace"),
    });
  }

  async function put(file: File): Promise<void> {
    if (!(await mayReplace())) return;
    const replaceAttachment = row.attachmentNo === null ? undefined : "true";
    await call(putTemplateAttachment, {
      params,
      query: { fileName: file.name, replaceAttachment },
      upload: bodyOf(file),
    });
    await refresh(ui.queries, ["interaction-templates"]);
  }

  async function remove({ fileName }: Attachment): Promise<void> {
    const isMeant = await ui.ask({
      title: t("interactions.attachments.removeTitle", { name: fileName }),
      text: t("interactions.attachments.removeText"),
      confirmLabel: t("interactions.attachments.remove"),
      tone: "danger",
    });
    if (isMeant) await ui.call(deleteTemplateAttachment, { params });
  }

  return (
    <>
      {row.attachmentNo !== null && (
        <AttachedFile
          attachmentNo={row.attachmentNo}
          href={urlOf(getTemplateAttachment, { params })}
          onRemove={mayChange ? (file) => void remove(file) : undefined}
        />
      )}
      {mayChange && (
        <FileButton
          label={t(
            row.attachmentNo === null
              ? "interactions.attachments.attach"
              : "interactions.attachments.replace",
          )}
          take={put}
        />
      )}
      {mayChange && sources.length > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconCopy size={15} stroke={1.6} aria-hidden />}
          onClick={async () => setIsCopying(await mayReplace())}
        >
          {t("interactions.attachments.copyOf")}
        </Button>
      )}
      {isCopying && (
        <Suspense fallback={null}>
          <CopyAttachmentDialog
            target={params}
            sources={sources}
            replaces={row.attachmentNo !== null}
            onClose={() => setIsCopying(false)}
          />
        </Suspense>
      )}
    </>
  );
}

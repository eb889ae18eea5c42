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
import { bodyOf } from "./upload-file.ts";

/** The file of one language of a template. */
export function TemplateAttachment(props: {
  readonly code: string;
  readonly row: InteractionTemplate["languages"][number];
  readonly mayChange: boolean;
}) {
  const t = useT();
  const ui = useUi();
  const { code, row, mayChange } = props;
  const params = { code, languageCode: row.languageCode ?? "-" };

  async function put(file: File): Promise<void> {
    if (row.attachmentNo !== null) {
      const isMeant = await ui.ask({
        title: t("interactions.attachments.replaceTitle"),
        text: t("interactions.attachments.replaceText"),
        confirmLabel: t("interactions.attachments.replace"),
      });
      if (!isMeant) return;
    }
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
    </>
  );
}

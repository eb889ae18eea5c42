import { ActionIcon, Anchor, Text } from "@mantine/core";
import { IconEye, IconFile, IconX } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { type Attachment, getAttachment } from "#attachments/attachments.contract.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import classes from "./attachments.module.css";
import { useFileSize } from "./use-file-size.ts";

const PreviewDialog = lazy(async () => ({ default: (await import("./PreviewDialog.tsx")).PreviewDialog }));

/** A file by its name, with what can be done with it. */
export function AttachedFile(props: {
  readonly attachmentNo: number;
  /** Where its bytes are; without it, it is only named. */
  readonly href?: string | undefined;
  readonly note?: string | undefined;
  readonly removeLabel?: string | undefined;
  readonly onRemove?: ((file: Attachment) => void) | undefined;
}) {
  const t = useT();
  const sizeOf = useFileSize();
  const [isShown, setIsShown] = useState(false);
  const { data: file } = useEndpoint(getAttachment, { params: { attachmentNo: String(props.attachmentNo) } });
  if (!file) return null;
  const { href, onRemove } = props;
  const name = file.fileName;
  return (
    <span className={classes.file}>
      <IconFile size={15} stroke={1.6} aria-hidden />
      {href === undefined ? (
        <Text size="sm" span className={classes.name} title={name}>
          {name}
        </Text>
      ) : (
        <Anchor
          size="sm"
          href={href}
          download
          className={classes.name}
          title={name}
          aria-label={t("interactions.attachments.downloadNamed", { name })}
        >
          {name}
        </Anchor>
      )}
      <Text size="xs" c="dimmed" span style={{ whiteSpace: "nowrap" }}>
        {[sizeOf(file.size), props.note].filter(Boolean).join(" · ")}
      </Text>
      {href !== undefined &&
        (file.preview === "pdf" ? (
          // The browser's own viewer wants a page of its own.
          <ActionIcon
            component="a"
            href={`${href}?preview=true`}
            target="_blank"
            rel="noreferrer"
            size={24}
            aria-label={t("interactions.attachments.showNamed", { name })}
          >
            <IconEye size={15} stroke={1.6} />
          </ActionIcon>
        ) : (
          file.preview !== null && (
            <ActionIcon
              size={24}
              aria-label={t("interactions.attachments.showNamed", { name })}
              onClick={() => setIsShown(true)}
            >
              <IconEye size={15} stroke={1.6} />
            </ActionIcon>
          )
        ))}
      {onRemove && (
        <ActionIcon
          size={24}
          aria-label={props.removeLabel ?? t("interactions.attachments.removeNamed", { name })}
          onClick={() => onRemove(file)}
        >
          <IconX size={15} stroke={1.6} />
        </ActionIcon>
      )}
      {isShown && href !== undefined && (
        <Suspense fallback={null}>
          <PreviewDialog file={file} href={href} onClose={() => setIsShown(false)} />
        </Suspense>
      )}
    </span>
  );
}

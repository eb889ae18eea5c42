import { Button, Group } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { Attachment } from "#attachments/attachments.contract.ts";
import { useT } from "#web/i18n.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import classes from "./attachments.module.css";

/** A picture, a text or a cleaned page. Nothing in it can run: the server and the frame both see to that. */
export function PreviewDialog(props: {
  readonly file: Attachment;
  readonly href: string;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { file, href, onClose } = props;
  const source = `${href}?preview=true`;
  return (
    <Dialog onClose={onClose} size="xl" title={file.fileName}>
      {file.preview === "image" ? (
        <img src={source} alt={file.fileName} className={classes.image} />
      ) : (
        <iframe src={source} title={file.fileName} sandbox="" className={classes.frame} />
      )}
      <Group justify="flex-end" mt="md">
        <Button
          component="a"
          href={href}
          download
          variant="default"
          leftSection={<IconDownload size={15} stroke={1.6} aria-hidden />}
        >
          {t("interactions.attachments.download")}
        </Button>
      </Group>
    </Dialog>
  );
}

import { Button, Loader, Text } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { type DragEvent, useRef, useState } from "react";
import { useT } from "#web/i18n.ts";
import { showProblem } from "#web/widgets/notify.tsx";
import classes from "./attachments.module.css";

/** Takes a file, chosen or dropped, and hands it on; says that it is on its way as long as that takes. */
export function FileButton({
  label,
  take,
}: {
  readonly label: string;
  readonly take: (file: File) => Promise<unknown>;
}) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [name, setName] = useState<string | null>(null);

  async function begin(file: File | undefined): Promise<void> {
    if (!file || name !== null) return;
    setName(file.name);
    try {
      await take(file);
    } catch (error) {
      showProblem(error);
    } finally {
      setName(null);
    }
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setIsOver(false);
    void begin(event.dataTransfer.files[0]);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button is for everybody
    <div
      className={classes.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <Button
        variant="subtle"
        size="compact-sm"
        // Not disabled: it would lose the focus.
        aria-disabled={name !== null}
        leftSection={
          name === null ? (
            <IconPaperclip size={15} stroke={1.6} aria-hidden />
          ) : (
            <Loader size={14} aria-hidden />
          )
        }
        onClick={() => name === null && input.current?.click()}
      >
        {isOver ? t("interactions.attachments.drop") : label}
      </Button>
      {name !== null && (
        <Text size="xs" c="dimmed" role="status">
          {t("interactions.attachments.uploading", { name })}
        </Text>
      )}
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        onChange={(event) => {
          void begin(event.currentTarget.files?.[0]);
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}

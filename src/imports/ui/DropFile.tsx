import { Button, Loader, Text } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { type DragEvent, useRef, useState } from "react";
import type { ImportKind } from "#imports/import-settings.rules.ts";
import type { Import } from "#imports/imports.contract.ts";
import { useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { showProblem } from "#web/widgets/notify.tsx";
import classes from "./DropFile.module.css";
import { acceptedFiles, uploadFile } from "./upload.ts";

/** Takes a file, dropped or chosen, and hands it to the server; of contacts unless said. */
export function DropFile({
  kind = "contacts",
  onUploaded,
}: {
  readonly kind?: ImportKind;
  readonly onUploaded: (begun: Import) => void;
}) {
  const t = useT();
  const ui = useUi();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [name, setName] = useState<string | null>(null);

  async function take(file: File | undefined): Promise<void> {
    if (!file || name !== null) return;
    setName(file.name);
    try {
      const begun = await uploadFile(kind, file);
      await refresh(ui.queries, ["imports"]);
      onUploaded(begun);
    } catch (error) {
      showProblem(error);
    } finally {
      setName(null);
    }
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setIsOver(false);
    void take(event.dataTransfer.files[0]);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button is for everybody
    <div
      className={classes.zone}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      {name === null ? (
        <>
          <IconFileUpload size={26} stroke={1.4} aria-hidden />
          <Text fw={600}>{t("imports.drop")}</Text>
          <Text size="sm" c="dimmed" maw={420}>
            {t(kind === "contacts" ? "imports.dropText" : "imports.dropTextInteractions")}
          </Text>
          <Button mt={8} onClick={() => input.current?.click()}>
            {t("imports.choose")}
          </Button>
        </>
      ) : (
        <>
          <Loader size={22} />
          <Text size="sm" role="status">
            {t("imports.uploading", { name })}
          </Text>
        </>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept={acceptedFiles[kind]}
        aria-label={t("imports.choose")}
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}

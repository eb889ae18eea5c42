import { Loader, Menu, UnstyledButton } from "@mantine/core";
import { IconCamera, IconDownload, IconPhoto, IconTrash } from "@tabler/icons-react";
import { type DragEvent, useEffect, useRef, useState } from "react";
import type { PictureContract } from "#pictures/pictures.contract.ts";
import { urlOf } from "#web/api-client.ts";
import { useT } from "#web/i18n.ts";
import { useMay } from "#web/session.ts";
import { Avatar, type Pictured } from "./Avatar.tsx";
import { pictureOf } from "./picked-picture.ts";
import classes from "./pictures.module.css";
import { usePicture } from "./use-picture.ts";

const shownAt = 52;

interface PictureProps {
  readonly of: Pictured & { readonly no: string };
  readonly contract: PictureContract;
  /** Resources whose answers are stale once the picture has changed. */
  readonly changes: readonly string[];
  /** Whatever the right says, it stays as it is. */
  readonly isKept?: boolean;
}

/** The picture in the heading of a card: chosen, dropped, pasted or taken by the camera; saved and taken away. */
export function Picture(props: PictureProps) {
  const { of, contract, isKept = false } = props;
  const mayWrite = useMay()(contract.write) && !isKept && of.name !== null;
  if (mayWrite || of.image !== null) return <PictureMenu {...props} mayWrite={mayWrite} />;
  return <Avatar of={of} size={shownAt} />;
}

function PictureMenu({ of, contract, changes, mayWrite }: PictureProps & { readonly mayWrite: boolean }) {
  const t = useT();
  const { take, remove, isBusy } = usePicture(of, contract, changes);
  const [isOver, setIsOver] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const { no, name, image } = of;
  const label = t(image === null ? "pictures.add" : "pictures.of", { name: name ?? no });
  usePastedPicture(mayWrite && !isBusy, take);

  const dropping = !mayWrite
    ? {}
    : {
        onDragOver: (event: DragEvent) => {
          event.preventDefault();
          setIsOver(true);
        },
        onDragLeave: () => setIsOver(false),
        onDrop: (event: DragEvent) => {
          event.preventDefault();
          setIsOver(false);
          const picture = pictureOf(event.dataTransfer);
          if (picture) void take(picture);
        },
      };
  return (
    <>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <UnstyledButton
            className={classes.picture}
            data-over={isOver || undefined}
            aria-label={label}
            title={label}
            aria-busy={isBusy}
            {...dropping}
          >
            {isBusy ? <Loader size={28} /> : <Avatar of={of} size={shownAt} />}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {mayWrite && (
            <>
              <Menu.Item
                leftSection={<IconPhoto size={16} stroke={1.6} />}
                onClick={() => file.current?.click()}
              >
                {t(image === null ? "pictures.choose" : "pictures.replace")}
              </Menu.Item>
              <Menu.Item
                className={classes.onlyTouch}
                leftSection={<IconCamera size={16} stroke={1.6} />}
                onClick={() => camera.current?.click()}
              >
                {t("pictures.camera")}
              </Menu.Item>
            </>
          )}
          {image !== null && (
            <Menu.Item
              component="a"
              href={urlOf(contract.get, { params: { no }, query: { download: "true" } })}
              download
              leftSection={<IconDownload size={16} stroke={1.6} />}
            >
              {t("pictures.save")}
            </Menu.Item>
          )}
          {mayWrite && image !== null && (
            <Menu.Item
              color="var(--mantine-color-error)"
              leftSection={<IconTrash size={16} stroke={1.6} />}
              onClick={() => void remove()}
            >
              {t("pictures.remove")}
            </Menu.Item>
          )}
          {mayWrite && <Menu.Label className={classes.hint}>{t("pictures.hint")}</Menu.Label>}
        </Menu.Dropdown>
      </Menu>
      {mayWrite && (
        <>
          <PictureInput input={file} take={take} />
          <PictureInput input={camera} take={take} capture="environment" />
        </>
      )}
    </>
  );
}

function PictureInput(props: {
  readonly input: React.RefObject<HTMLInputElement | null>;
  readonly take: (file: Blob) => Promise<void>;
  readonly capture?: "environment";
}) {
  return (
    <input
      ref={props.input}
      type="file"
      accept="image/*"
      capture={props.capture}
      hidden
      tabIndex={-1}
      onChange={(event) => {
        const [chosen] = event.currentTarget.files ?? [];
        // The same file may be chosen again.
        event.currentTarget.value = "";
        if (chosen) void props.take(chosen);
      }}
    />
  );
}

/** A picture that is pasted onto the card; what is pasted into a field or a dialog stays there. */
function usePastedPicture(isOn: boolean, take: (file: Blob) => Promise<void>): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (!isOn) return;
    function paste(event: ClipboardEvent): void {
      const target = event.target instanceof Element ? event.target : null;
      if (event.defaultPrevented || target?.closest("input, textarea, [contenteditable], [role=dialog]"))
        return;
      const picture = pictureOf(event.clipboardData);
      if (!picture) return;
      event.preventDefault();
      void latest.current(picture);
    }
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, [isOn]);
}

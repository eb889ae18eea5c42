import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useT } from "../i18n.ts";
import classes from "./Dialog.module.css";
import { useCloseOnEscape } from "./use-close-on-escape.ts";

export interface DialogProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  /** Greatest width: pixels, or one of the theme's sizes; `md` unless said. */
  readonly size?: number | "sm" | "md" | "lg" | "xl";
  readonly fullScreen?: boolean;
  /** False for questions, which are answered by a button; Escape always works. */
  readonly hasCloseButton?: boolean;
  /** What closing means, where "Close" says too little. */
  readonly closeLabel?: string;
  /** Both false keep what is shown only once from being closed by accident. */
  readonly closeOnClickOutside?: boolean;
  readonly closeOnEscape?: boolean;
  readonly children: ReactNode;
}

/**
 * The frame of every dialog: title, close button, content. Mantine's own title bar is a `<header>`, which outside of
 * `<main>` counts as a second banner of the page; here the title is a plain line.
 */
export function Dialog(props: DialogProps) {
  const t = useT();
  const { closeOnClickOutside = true, closeOnEscape = true } = props;
  useCloseOnEscape(props.onClose, closeOnEscape);
  return (
    <Modal.Root
      opened
      onClose={props.onClose}
      size={props.size ?? "md"}
      fullScreen={props.fullScreen ?? false}
      radius="lg"
      centered
      transitionProps={{ duration: 120 }}
      closeOnClickOutside={closeOnClickOutside}
      closeOnEscape={false}
    >
      <Modal.Overlay backgroundOpacity={0.32} />
      <Modal.Content>
        <div className={classes.head}>
          <Modal.Title className={classes.title}>{props.title}</Modal.Title>
          {(props.hasCloseButton ?? true) && (
            <Modal.CloseButton aria-label={props.closeLabel ?? t("web.actions.close")} />
          )}
        </div>
        <Modal.Body>{props.children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

import { CloseButton, Portal } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { useT } from "#web/i18n.ts";
import classes from "./SidePanel.module.css";

/** A record at the side of the page, which stays usable: Escape closes, and the focus goes back to where it was. */
export function SidePanel(props: {
  readonly label: string;
  readonly head: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useT();
  const panel = useRef<HTMLElement>(null);

  useEffect(() => {
    const former = document.activeElement as HTMLElement | null;
    panel.current?.focus({ preventScroll: true });
    return () => {
      const wasInside =
        document.activeElement === document.body || panel.current?.contains(document.activeElement);
      if (wasInside && former?.isConnected) former.focus({ preventScroll: true });
    };
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Escape" && !event.defaultPrevented) {
      event.stopPropagation();
      props.onClose();
    }
  }

  return (
    <Portal>
      <aside
        ref={panel}
        className={classes.panel}
        aria-label={props.label}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <div className={classes.head}>
          <div style={{ flex: 1, minWidth: 0 }}>{props.head}</div>
          <CloseButton aria-label={t("interactions.entry.close")} onClick={props.onClose} />
        </div>
        <div className={classes.body}>{props.children}</div>
      </aside>
    </Portal>
  );
}

/** A part of the panel under its heading. */
export function PanelSection(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.section} aria-label={props.title}>
      <h3 className={classes.sectionTitle}>{props.title}</h3>
      {props.children}
    </section>
  );
}

import { Box, type MantineBreakpoint } from "@mantine/core";
import { Fragment } from "react";
import { useT } from "../i18n.ts";
import { keysOf } from "../shortcuts.rules.ts";
import { isMac } from "../use-shortcuts.ts";

/** A shortcut as keys, such as [Ctrl] [K] or [G] then [H]. */
export function ShortcutKeys(props: { readonly shortcut: string; readonly visibleFrom?: MantineBreakpoint }) {
  const t = useT();
  return (
    <Box
      component="span"
      display="inline-flex"
      style={{ gap: 3, alignItems: "center", flexShrink: 0 }}
      {...(props.visibleFrom === undefined ? {} : { visibleFrom: props.visibleFrom })}
    >
      {keysOf(props.shortcut, isMac).map((keys, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a shortcut never changes its order
        <Fragment key={position}>
          {position > 0 && (
            <small style={{ color: "var(--mantine-color-dimmed)" }}>{t("web.shortcuts.thenKey")}</small>
          )}
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </Fragment>
      ))}
    </Box>
  );
}

import { Button, UnstyledButton } from "@mantine/core";
import { IconPencilPlus, IconSearch } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { type BoundAction, hintProps } from "../actions.ts";
import { useT } from "../i18n.ts";
import { ariaShortcut } from "../shortcuts.rules.ts";
import { useTrackedJobs } from "../tracked-jobs.ts";
import { isMac } from "../use-shortcuts.ts";
import { ShortcutKeys } from "../widgets/ShortcutKeys.tsx";
import classes from "./AppFrame.module.css";
import { UserMenu } from "./UserMenu.tsx";

const JobTray = lazy(() => import("../widgets/JobTray.tsx"));

/** Search, the quick log, running work, and the user's own menu. */
export function TopBar(props: {
  readonly openPalette: () => void;
  readonly openHelp: () => void;
  readonly quickLog: BoundAction | undefined;
}) {
  const t = useT();
  const { quickLog } = props;
  const jobs = useTrackedJobs();
  return (
    <header className={classes.top}>
      <UnstyledButton
        className={classes.search}
        onClick={props.openPalette}
        aria-keyshortcuts={ariaShortcut("mod+K", isMac)}
      >
        <IconSearch size={15} stroke={1.8} aria-hidden />
        <span className={classes.searchText}>{t("web.top.search")}</span>
        <ShortcutKeys shortcut="mod+K" visibleFrom="sm" />
      </UnstyledButton>
      <div style={{ flex: 1 }} />
      <Suspense>{jobs.length > 0 && <JobTray jobs={jobs} />}</Suspense>
      {quickLog && (
        <Button
          visibleFrom="sm"
          size="xs"
          leftSection={<IconPencilPlus size={16} stroke={1.8} aria-hidden />}
          aria-keyshortcuts={ariaShortcut(quickLog.shortcut, isMac)}
          {...hintProps(quickLog)}
          onClick={quickLog.run}
        >
          {t(quickLog.buttonKey ?? quickLog.labelKey)}
        </Button>
      )}
      <UserMenu openHelp={props.openHelp} />
    </header>
  );
}

import { Outlet, useMatches, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useFrameAction, useOffer } from "../action-registry.ts";
import { bindActions } from "../actions.ts";
import { holdTyping } from "../hold-typing.ts";
import { useT } from "../i18n.ts";
import { usePageTitle } from "../page-title.ts";
import { ForbiddenPage } from "../pages/ForbiddenPage.tsx";
import { useMay } from "../session.ts";
import { useUi } from "../ui.ts";
import { useModules } from "../ui-module.ts";
import { useShortcuts } from "../use-shortcuts.ts";
import classes from "./AppFrame.module.css";
import { DialogHost } from "./DialogHost.tsx";
import { frameActions } from "./frame-actions.ts";
import { Navigation } from "./Navigation.tsx";
import { PhoneBar } from "./PhoneBar.tsx";
import { TopBar } from "./TopBar.tsx";

const Palette = lazy(() => import("./Palette.tsx"));
const ShortcutsDialog = lazy(() => import("./ShortcutsDialog.tsx"));

/** What stands around every signed-in page: navigation, top bar, palette, dialogs, shortcuts. */
export function AppFrame() {
  const t = useT();
  const ui = useUi();
  const modules = useModules();
  const [isPaletteOpen, setIsPaletteOpen] = useState(false);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const overlays = { openPalette, openHelp: () => setIsHelpOpen(true) };
  const quickLog = modules.find((module) => module.quickLog)?.quickLog;
  const ofProgram = [...frameActions(overlays, modules), ...modules.flatMap(({ actions = [] }) => actions)];
  useOffer(
    bindActions(
      [...ofProgram, ...(quickLog ? [{ ...quickLog, alias: quickLog.alias ?? "L" }] : [])],
      undefined,
      ui,
    ),
    "everywhere",
  );
  const logging = useFrameAction(quickLog?.key);
  useShortcuts();

  function openPalette(): void {
    holdTyping();
    setIsPaletteOpen(true);
  }

  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content">
        {t("web.nav.skip")}
      </a>
      <Navigation />
      <div className={classes.column}>
        <TopBar {...overlays} quickLog={logging} />
        <Content />
        <PhoneBar quickLog={logging} />
      </div>
      <DialogHost />
      <Suspense>
        {isPaletteOpen && <Palette onClose={() => setIsPaletteOpen(false)} />}
        {isHelpOpen && <ShortcutsDialog onClose={() => setIsHelpOpen(false)} />}
      </Suspense>
    </div>
  );
}

/** The page itself. Going elsewhere moves the focus here, so that keyboard and screen reader start at its top. */
function Content() {
  const t = useT();
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const shownPath = useRef(path);
  const may = useMay();
  const { titleKey, right } = useMatches().at(-1)?.staticData ?? {};
  usePageTitle(titleKey === undefined ? undefined : t(titleKey));

  useEffect(() => {
    if (shownPath.current === undefined || shownPath.current === path) {
      shownPath.current = path;
      return;
    }
    shownPath.current = path;
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [path]);

  return (
    <main id="content" className={classes.main} ref={main} tabIndex={-1}>
      {may(right) ? <Outlet /> : <ForbiddenPage />}
    </main>
  );
}

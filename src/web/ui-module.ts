import type { TablerIcon } from "@tabler/icons-react";
import { createContext, use } from "react";
import type { Right } from "#users/rights.rules.ts";
import type { Action } from "./actions.ts";
import type { DialogComponents } from "./dialogs.ts";
import type { TextKey } from "./i18n.ts";
import type { Ui } from "./ui.ts";

/** A page the navigation and the palette lead to. */
export interface NavItem {
  readonly key: string;
  readonly labelKey: TextKey;
  readonly icon: TablerIcon;
  /** Address without parameters, such as `/contacts`. */
  readonly to: string;
  readonly right?: Right;
  /** `main` stands at the top, `setup` under "Set-up", `hidden` in the palette only. */
  readonly group: "main" | "setup" | "hidden";
  /** One of the four places of the phone's bottom bar. */
  readonly onPhoneBar?: boolean;
  /** A shorter word for that bar, where the label does not fit. */
  readonly barLabelKey?: TextKey;
  /** Shortcut that leads here, such as `G C`. */
  readonly shortcut?: string;
}

/** One answer of a palette search. */
export interface PaletteItem {
  readonly id: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly icon?: TablerIcon | undefined;
  /** Where Enter leads; remembered among the recent ones. */
  readonly href?: string | undefined;
  /** What Enter does where it leads nowhere. */
  readonly run?: (() => unknown) | undefined;
  /** Says what Enter does, such as "Enter logs"; "Enter opens" unless said. */
  readonly enterHint?: string | undefined;
  /** What Shift + Enter does, and the words that say so. */
  readonly alternate?: { readonly hint: string; readonly run: () => unknown } | undefined;
}

/** Something the palette searches while one types. */
export interface PaletteSource {
  readonly key: string;
  readonly labelKey: TextKey;
  readonly right?: Right;
  /** Whether it is also asked with nothing typed, for what was at hand last. */
  readonly hasLatest?: boolean;
  readonly search: (words: string, help: { signal: AbortSignal; ui: Ui }) => Promise<readonly PaletteItem[]>;
}

/** What a business module adds to the shell; its routes are joined in `router.tsx`. */
export interface UiModule {
  readonly navigation?: readonly NavItem[];
  /** Commands of the whole program, such as "Log interaction". */
  readonly actions?: readonly Action[];
  readonly paletteSources?: readonly PaletteSource[];
  /** Dialogs by name, each `lazyDialog(() => import(…))`. */
  readonly dialogs?: Partial<DialogComponents>;
  /** The command behind the "Log interaction" button of the top bar. */
  readonly quickLog?: Action;
}

export const ModulesContext = createContext<readonly UiModule[]>([]);

export function useModules(): readonly UiModule[] {
  return use(ModulesContext);
}

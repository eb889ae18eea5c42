import { IconKeyboard, IconListSearch, IconSearch } from "@tabler/icons-react";
import { type Action, action } from "../actions.ts";
import type { UiModule } from "../ui-module.ts";

/** Marks the field that `/` leads to; a list page sets it on its search field. */
export const pageSearchAttribute = "data-page-search";

/** Commands every page has: palette, help, the page's own search, and the ways to the main pages. */
export function frameActions(
  overlays: { readonly openPalette: () => void; readonly openHelp: () => void },
  modules: readonly UiModule[],
): Action[] {
  const ways = modules
    .flatMap(({ navigation = [] }) => navigation)
    .map((item) =>
      action({
        key: `go.${item.key}`,
        labelKey: item.labelKey,
        icon: item.icon,
        ...(item.shortcut === undefined ? {} : { shortcut: item.shortcut }),
        ...(item.right === undefined ? {} : { right: item.right }),
        run: (_, ui) => ui.go(item.to),
      }),
    );
  return [
    action({
      key: "web.palette",
      labelKey: "web.actions.palette",
      icon: IconSearch,
      shortcut: "mod+K",
      run: overlays.openPalette,
    }),
    action({
      key: "web.focusSearch",
      labelKey: "web.actions.focusSearch",
      icon: IconListSearch,
      shortcut: "/",
      run: focusSearch(overlays),
    }),
    action({
      key: "web.help",
      labelKey: "web.actions.help",
      icon: IconKeyboard,
      shortcut: "?",
      run: overlays.openHelp,
    }),
    ...ways,
  ];
}

/** The page's own search field, or the palette where the page has none. */
function focusSearch(overlays: { readonly openPalette: () => void }): () => void {
  return () => {
    const field = document.querySelector<HTMLInputElement>(`[${pageSearchAttribute}]`);
    if (field) field.focus();
    else overlays.openPalette();
  };
}

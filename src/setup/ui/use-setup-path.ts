import { useT } from "#web/i18n.ts";
import type { Crumb } from "#web/widgets/PageHeading.tsx";
import { setupPath } from "./setup-paths.ts";

/** The way to a page of the set-up: the overview, then the crumbs given. */
export function useSetupPath(...further: readonly Crumb[]): readonly Crumb[] {
  const t = useT();
  return [{ label: t("setup.overview.title"), to: setupPath }, ...further];
}

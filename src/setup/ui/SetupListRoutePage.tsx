import { useParams } from "@tanstack/react-router";
import { useT } from "#web/i18n.ts";
import { NotFoundPage } from "#web/pages/NotFoundPage.tsx";
import { SetupListPage } from "#web/setup/SetupListPage.tsx";
import { setupListPages } from "./setup-list-pages.ts";
import { setupPath } from "./setup-pages.ts";

/** The set-up list that the address names. */
export function SetupListRoutePage() {
  const t = useT();
  const { list } = useParams({ strict: false }) as { readonly list?: string };
  const page = setupListPages.find(({ resource }) => resource === list);
  if (!page) return <NotFoundPage />;
  return (
    <SetupListPage
      key={page.resource}
      titleKey={page.titleKey}
      subtitleKey={page.textKey}
      path={[{ label: t("setup.overview.title"), to: setupPath }]}
      fields={page.fields}
      endpoints={page.endpoints}
    />
  );
}

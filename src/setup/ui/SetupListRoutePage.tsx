import { useParams } from "@tanstack/react-router";
import { exportOf } from "#web/list/export-of.ts";
import { NotFoundPage } from "#web/pages/NotFoundPage.tsx";
import { SetupListPage } from "#web/setup/SetupListPage.tsx";
import { setupListPages } from "./setup-list-pages.ts";
import { useSetupPath } from "./use-setup-path.ts";

/** The set-up list that the address names. */
export function SetupListRoutePage() {
  const path = useSetupPath();
  const { list } = useParams({ strict: false }) as { readonly list?: string };
  const page = setupListPages.find(({ resource }) => resource === list);
  if (!page) return <NotFoundPage />;
  return (
    <SetupListPage
      key={page.resource}
      titleKey={page.titleKey}
      subtitleKey={page.hintKey ?? page.textKey}
      path={path}
      fields={page.fields}
      endpoints={page.endpoints}
      exportHref={exportOf(page.endpoints.list)}
    />
  );
}

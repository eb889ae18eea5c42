import { ActionIcon } from "@mantine/core";
import { IconMessage } from "@tabler/icons-react";
import { useParams } from "@tanstack/react-router";
import { webSources } from "#setup/lists/lists.contract.ts";
import { openDialog } from "#web/dialogs.ts";
import { useT } from "#web/i18n.ts";
import { exportOf } from "#web/list/export-of.ts";
import { NotFoundPage } from "#web/pages/NotFoundPage.tsx";
import { SetupListPage } from "#web/setup/SetupListPage.tsx";
import { setupListPages } from "./setup-list-pages.ts";
import { useSetupPath } from "./use-setup-path.ts";

function commentsButton(code: string) {
  return <CommentsButton code={code} />;
}

/** Web sources have comments (contacts §1.3). */
function CommentsButton({ code }: { readonly code: string }) {
  const t = useT();
  return (
    <ActionIcon
      size={24}
      aria-label={t("contacts.details.comments.of", { code })}
      onClick={() => void openDialog("contacts.webSourceComments", { code })}
    >
      <IconMessage size={15} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}

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
      rowButtons={page.resource === webSources.resource ? commentsButton : undefined}
    />
  );
}

import { ActionIcon } from "@mantine/core";
import { IconMessage, IconStairsUp } from "@tabler/icons-react";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { salesCycles, webSources } from "#setup/lists/lists.contract.ts";
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

function stagesButton(code: string) {
  return <StagesButton code={code} />;
}

/** Sales cycles have stages (campaigns S-1). */
function StagesButton({ code }: { readonly code: string }) {
  const t = useT();
  const label = t("opportunities.cycle.stagesOf", { code });
  return (
    <ActionIcon
      size={24}
      aria-label={label}
      title={label}
      renderRoot={(root) => (
        <Link to={`/setup/${salesCycles.resource}/${encodeURIComponent(code)}`} {...root} />
      )}
    >
      <IconStairsUp size={15} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}

const buttonsOf: Readonly<Record<string, (code: string) => ReactNode>> = {
  [webSources.resource]: commentsButton,
  [salesCycles.resource]: stagesButton,
};

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
      rowButtons={buttonsOf[page.resource]}
    />
  );
}

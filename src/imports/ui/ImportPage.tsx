import { IconTrash } from "@tabler/icons-react";
import { useParams } from "@tanstack/react-router";
import { deleteImport, getImport, type Import } from "#imports/imports.contract.ts";
import { action } from "#web/actions.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { ActionBar } from "#web/widgets/ActionBar.tsx";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageHeading } from "#web/widgets/PageHeading.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { describeFile } from "./describe-file.ts";
import { ImportSteps } from "./ImportSteps.tsx";
import classes from "./ImportsPage.module.css";
import { importsPath } from "./paths.ts";
import { StatusOfImport } from "./StatusOfImport.tsx";

const forget = action<Import>({
  key: "imports.delete",
  labelKey: "imports.delete",
  icon: IconTrash,
  tone: "danger",
  right: "contacts.write",
  when: ({ status }) => status !== "running",
  run: async ({ id, fileName: name }, ui) => {
    const isSure = await ui.ask({
      title: ui.t("imports.deleteTitle", { name }),
      text: ui.t("imports.deleteText"),
      confirmLabel: ui.t("imports.delete"),
      tone: "danger",
    });
    if (!isSure || !(await ui.call(deleteImport, { params: { id } }))) return;
    ui.showSuccess(ui.t("imports.deleted"));
    ui.go(importsPath);
  },
});
const actions = [forget];

/** One file of contacts on its way in. */
export function ImportPage() {
  const t = useT();
  const { id = "" } = useParams({ strict: false }) as { readonly id?: string };
  const { data, error, refetch } = useEndpoint(getImport, { params: { id } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <>
      <PageHeading
        title={data.fileName}
        subtitle={describeFile(data, t)}
        badges={<StatusOfImport status={data.status} />}
        path={[{ label: t("imports.title"), to: importsPath }]}
      >
        <ActionBar actions={actions} subject={data} />
      </PageHeading>
      <div className={classes.body}>
        <ImportSteps record={data} />
      </div>
    </>
  );
}

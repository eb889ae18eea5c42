import { Button } from "@mantine/core";
import { useRouter, useSearch } from "@tanstack/react-router";
import { getImport } from "#imports/imports.contract.ts";
import { DropFile, ImportSteps } from "#imports/ui/index.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import classes from "./AssistantPage.module.css";
import { assistantPath } from "./assistant-steps.ts";
import { StepForm } from "./StepForm.tsx";
import { completeAssistant } from "./save-steps.ts";

/** Brings contacts from a file; the file in hand is in the address line, so that a reload keeps it. */
export function ImportStep() {
  const t = useT();
  const router = useRouter();
  const search = useSearch({ strict: false }) as { readonly file?: string };
  const show = (file: string | undefined) =>
    void router.navigate({ to: assistantPath, search: { step: "import", file }, replace: true });
  return (
    <StepForm
      step="import"
      text={t("setup.assistant.import.text")}
      save={() => completeAssistant().then(() => true)}
      changes={["company-information", "session", "contacts", "home"]}
      canSkip={false}
    >
      <div data-wide className={classes.import}>
        {search.file === undefined ? (
          <DropFile onUploaded={({ id }) => show(id)} />
        ) : (
          <>
            <ImportInHand id={search.file} />
            <div>
              <Button variant="default" onClick={() => show(undefined)}>
                {t("setup.assistant.import.another")}
              </Button>
            </div>
          </>
        )}
      </div>
    </StepForm>
  );
}

function ImportInHand({ id }: { readonly id: string }) {
  const { data, error, refetch } = useEndpoint(getImport, { params: { id } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return data ? <ImportSteps record={data} isEmbedded /> : <PageSkeleton />;
}

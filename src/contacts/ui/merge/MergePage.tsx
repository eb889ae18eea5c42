import { Button } from "@mantine/core";
import { IconArrowsExchange } from "@tabler/icons-react";
import { Link, useParams } from "@tanstack/react-router";
import { type MergePreview, previewMerge } from "#contacts/merge/merge.contract.ts";
import { useT } from "#web/i18n.ts";
import { useListSearch } from "#web/list/use-list-search.ts";
import { useEndpoint } from "#web/query.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageHeading } from "#web/widgets/PageHeading.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { contactHref, contactsPath } from "../addresses.ts";
import { ChooseDuplicate } from "./ChooseDuplicate.tsx";
import { MergeConflicts } from "./MergeConflicts.tsx";
import { MergeFields } from "./MergeFields.tsx";
import { MergeLists } from "./MergeLists.tsx";
import classes from "./merge.module.css";
import { mergeHref } from "./paths.ts";
import { useMerge } from "./use-merge.ts";

/** Two contacts become one: which values stay, what moves, what has to be decided. */
export function MergePage() {
  const { no = "" } = useParams({ strict: false }) as { no?: string };
  const { search } = useListSearch();
  const { duplicateNo = "" } = search;
  if (duplicateNo === "") return <ChooseDuplicate no={no} />;
  return <LoadedMerge key={`${no}/${duplicateNo}`} no={no} duplicateNo={duplicateNo} />;
}

function LoadedMerge({ no, duplicateNo }: { readonly no: string; readonly duplicateNo: string }) {
  const { data, error, refetch } = useEndpoint(previewMerge, { params: { no }, query: { duplicateNo } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <MergeForm preview={data} />;
}

function MergeForm({ preview }: { readonly preview: MergePreview }) {
  const t = useT();
  const form = useMerge(preview);
  const { current, duplicate } = preview;
  const names = { no: current.no, duplicateNo: duplicate.no };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.merge();
      }}
    >
      <PageHeading
        title={t("contacts.merge.title", {
          duplicate: duplicate.name ?? duplicate.no,
          current: current.name ?? current.no,
        })}
        path={[
          { label: t("contacts.list.title"), to: contactsPath },
          { label: current.name ?? current.no, to: contactHref(current.no) },
        ]}
        subtitle={t("contacts.merge.subtitle", names)}
      >
        <Button
          variant="default"
          leftSection={<IconArrowsExchange size={15} aria-hidden />}
          renderRoot={(button) => <Link to={mergeHref(duplicate.no, current.no)} {...button} />}
        >
          {t("contacts.merge.swap", { no: duplicate.no })}
        </Button>
      </PageHeading>
      <div className={classes.body}>
        <MergeFields preview={preview} form={form} />
        <MergeLists preview={preview} />
        <MergeConflicts preview={preview} form={form} />
        <div className={classes.foot}>
          <Button type="submit" loading={form.isMerging}>
            {t("contacts.merge.merge", names)}
          </Button>
          <Button
            variant="default"
            renderRoot={(button) => <Link to={contactHref(current.no)} {...button} />}
          >
            {t("web.actions.cancel")}
          </Button>
          <span className={classes.dim}>{t("contacts.merge.undoHint")}</span>
        </div>
      </div>
    </form>
  );
}

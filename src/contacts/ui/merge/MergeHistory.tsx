import { Button } from "@mantine/core";
import { listMerges, type Merge } from "#contacts/merge/merge.contract.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useMay } from "#web/session.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { listLabel } from "./labels.ts";
import classes from "./merge.module.css";
import { undoAndTell } from "./use-merge.ts";

/** Contacts that were merged into this one, and merges of it that were undone; nothing where there are none. */
export default function MergeHistory({ no }: { readonly no: string }) {
  const t = useT();
  const { data } = useEndpoint(listMerges, { query: { contactNo: no, limit: "50" } });
  if (!data || data.items.length === 0) return null;
  return (
    <section className={classes.history} aria-labelledby="merge-history">
      <h2 id="merge-history">{t("contacts.merge.history")}</h2>
      <ul>
        {data.items.map((merge) => (
          <HistoryRow key={merge.id} merge={merge} />
        ))}
      </ul>
    </section>
  );
}

function HistoryRow({ merge }: { readonly merge: Merge }) {
  const t = useT();
  const ui = useUi();
  const may = useMay();
  const format = useFormat();
  const { duplicateNo, duplicateName, contactNo, undoneAt, undoProblem, moved } = merge;
  const duplicate = duplicateName === null ? duplicateNo : `${duplicateNo} ${duplicateName}`;
  const canUndo = undoProblem === null && may("contacts.merge");
  return (
    <li>
      <div>
        <strong>{t("contacts.merge.wasMerged", { duplicate, no: contactNo })}</strong>
        <div className={classes.dim}>
          {merge.mergedBy} · {format.instant(merge.mergedAt)}
          {moved.map(({ list, count }) => (
            <span key={list}> · {t("contacts.merge.movedRows", { list: listLabel(list, t), count })}</span>
          ))}
        </div>
        {undoneAt !== null && (
          <div className={classes.dim}>
            {t("contacts.merge.wasUndone", { by: merge.undoneBy ?? "", at: format.instant(undoneAt) })}
          </div>
        )}
        {undoneAt === null && undoProblem !== null && (
          <div className={classes.dim}>
            {t(`contacts.merge.undoProblems.${undoProblem as "merge_undo_expired"}`)}
          </div>
        )}
        {undoProblem === null && (
          <div className={classes.dim}>
            {t("contacts.merge.undoUntil", { at: format.instant(merge.undoUntil) })}
          </div>
        )}
      </div>
      {canUndo && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t("contacts.merge.undoOf", { duplicateNo, no: contactNo })}
          onClick={() => undoAndTell(merge.id, ui)}
        >
          {t("web.actions.undo")}
        </Button>
      )}
    </li>
  );
}

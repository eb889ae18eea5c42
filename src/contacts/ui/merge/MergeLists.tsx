import type { MergePreview } from "#contacts/merge/merge.contract.ts";
import { useT } from "#web/i18n.ts";
import { useFormat } from "#web/use-format.ts";
import { listLabel } from "./labels.ts";
import classes from "./merge.module.css";

/** What moves from the duplicate, with the counts on both sides. */
export function MergeLists({ preview }: { readonly preview: MergePreview }) {
  const t = useT();
  const format = useFormat();
  const { lists, current, duplicate } = preview;
  return (
    <section aria-labelledby="merge-lists">
      <h2 id="merge-lists">{t("contacts.merge.moves")}</h2>
      {lists.length === 0 ? (
        <p className={classes.dim}>{t("contacts.merge.movesNothing", { no: duplicate.no })}</p>
      ) : (
        <table className={classes.counts}>
          <thead>
            <tr>
              <th scope="col">{t("contacts.merge.list")}</th>
              <th scope="col">{current.no}</th>
              <th scope="col">{duplicate.no}</th>
            </tr>
          </thead>
          <tbody>
            {lists.map((counted) => (
              <tr key={counted.list}>
                <th scope="row">{listLabel(counted.list, t)}</th>
                <td>{format.number(counted.current)}</td>
                <td>{format.number(counted.duplicate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

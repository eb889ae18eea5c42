import type { OpportunityFigures } from "#opportunities/figures.contract.ts";
import { useT } from "#web/i18n.ts";
import { useFormat } from "#web/use-format.ts";
import classes from "./FiguresTable.module.css";

/** Number and values of opportunities, the open ones and all that were started, side by side (campaigns O-19). */
export function FiguresTable({ figures }: { readonly figures: OpportunityFigures }) {
  const t = useT();
  const format = useFormat();
  const { openOpportunities: open } = figures;
  const rows = [
    ["noOfOpportunities", format.number],
    ["estimatedValue", format.money],
    ["calcdCurrentValue", format.money],
  ] as const;
  return (
    <table className={classes.figures} aria-label={t("opportunities.figures.title")}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t("opportunities.figures.open")}</th>
          <th scope="col">{t("opportunities.figures.all")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, show]) => (
          <tr key={name}>
            <th scope="row">{t(`opportunities.figures.${name}`)}</th>
            <td>{show(open[name])}</td>
            <td>{show(figures[name])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

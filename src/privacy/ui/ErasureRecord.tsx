import { useT } from "#web/i18n.ts";
import { useFormat } from "#web/use-format.ts";
import type { Erasure } from "../privacy.contract.ts";
import { countsText } from "./counts-text.ts";
import classes from "./privacy.module.css";

/** That a contact was erased: when, by whom, at whose wish and why. */
export function ErasureRecord({ erasure }: { readonly erasure: Erasure }) {
  const t = useT();
  const format = useFormat();
  const counts = countsText(erasure.counts, t);
  return (
    <div className={classes.record} role="note">
      <h3>{t("privacy.erased.title")}</h3>
      <p>
        {t("privacy.erased.text", {
          at: format.instant(erasure.erasedAt),
          by: erasure.erasedBy,
          requester: t(`privacy.requesters.${erasure.requestedBy}`),
          reason: erasure.reason,
        })}
      </p>
      {counts !== "" && <p>{t("privacy.erased.counted", { counts })}</p>}
    </div>
  );
}

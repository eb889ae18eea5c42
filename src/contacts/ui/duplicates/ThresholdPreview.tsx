import { Button, Slider } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { type DuplicateEstimate, previewDuplicates } from "#contacts/duplicates/duplicates.contract.ts";
import { changeMarketingSetup, getMarketingSetup } from "#setup/marketing/marketing-setup.contract.ts";
import { type Translate, useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import classes from "./duplicates.module.css";

/** Time (ms) the slider rests before one asks. */
const pauseMs = 250;

/** How many pairs another percentage of hits would give, before anybody has it so. */
export function ThresholdPreview() {
  const t = useT();
  const ui = useUi();
  const setup = useEndpoint(getMarketingSetup, {});
  const [chosen, setChosen] = useState<number | null>(null);
  const present = setup.data?.searchHitPercent;
  const percent = chosen ?? present ?? 60;
  const [asked] = useDebouncedValue(percent, pauseMs);
  const { data } = useEndpoint(
    previewDuplicates,
    { query: { searchHitPercent: String(asked) } },
    { enabled: setup.data !== undefined, keepPrevious: true },
  );

  async function take(): Promise<void> {
    const body = { searchHitPercent: percent };
    const done = await ui.call(changeMarketingSetup, { body, ifMatch: setup.data!.version }, [
      "jobs",
      "duplicates",
      "home",
    ]);
    if (done) setChosen(null);
  }

  return (
    <section className={classes.section} aria-labelledby="duplicates-threshold">
      <h2 id="duplicates-threshold">{t("contacts.duplicates.thresholdTitle")}</h2>
      <p style={{ margin: "0 0 18px" }}>{t("contacts.duplicates.thresholdText")}</p>
      <Slider
        value={percent}
        onChange={setChosen}
        min={1}
        max={100}
        thumbLabel={t("fields.searchHitPercent")}
        label={(value) => `${value} %`}
      />
      <div className={classes.figure} role="status">
        <strong>{t("contacts.duplicates.threshold", { percent })}</strong>
        {data && data.searchHitPercent === percent && <div>{estimateText(data, t)}</div>}
      </div>
      {ui.may("setup.write") && (
        <Button variant="default" disabled={percent === present} onClick={() => void take()}>
          {t("contacts.duplicates.takeThreshold", { percent })}
        </Button>
      )}
    </section>
  );
}

function estimateText(
  { neededHits, searchStrings, pairs, isEstimate }: DuplicateEstimate,
  t: Translate,
): string {
  const needed = t("contacts.duplicates.neededOf", { needed: neededHits, strings: searchStrings });
  if (pairs === null) return `${needed} ${t("contacts.duplicates.tooMany")}`;
  const key = isEstimate ? "contacts.duplicates.aboutPairs" : "contacts.duplicates.pairs";
  return `${needed} ${t(key, { count: pairs })}`;
}

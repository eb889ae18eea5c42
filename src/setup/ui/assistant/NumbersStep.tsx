import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { getNumberSeries } from "#numbering/number-series.contract.ts";
import { NextNumberText, newLine, nextNumber } from "#numbering/ui/index.ts";
import { presetContactSeries } from "#setup/assistant-presets/languages.data.ts";
import { getMarketingSetup } from "#setup/marketing/marketing-setup.contract.ts";
import { TextField } from "#web/fields/TextField.tsx";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useFormat } from "#web/use-format.ts";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { StepForm } from "./StepForm.tsx";
import { saveNumbers } from "./save-steps.ts";

const changes = ["number-series", "business-relations", "marketing-setup"];

export function NumbersStep() {
  const marketing = useEndpoint(getMarketingSetup, {});
  if (!marketing.data) return <PageSkeleton />;
  const { contactNos } = marketing.data;
  return contactNos === null ? <NewSeries /> : <ExistingSeries code={contactNos} />;
}

function NewSeries() {
  const t = useT();
  const today = useFormat().today();
  const [startingNo, setStartingNo] = useState<string | null>(presetContactSeries.startingNo);
  const lines = [newLine(today, startingNo)];
  const next = nextNumber(lines, today);

  async function save(): Promise<boolean> {
    if (next.no === null) return false;
    await saveNumbers(
      next.no,
      (field) => (field === "contactNos" ? t("setup.assistant.numbers.contacts") : t(`fields.${field}`)),
      (kind) => t(`contacts.relations.${kind}`),
      today,
    );
    return true;
  }

  return (
    <StepForm step="numbers" text={t("setup.assistant.numbers.text")} save={save} changes={changes}>
      <TextField
        label={t("setup.assistant.numbers.startingNo")}
        description={t("setup.assistant.numbers.startingNoText")}
        autoFocus
        maxLength={20}
        value={startingNo}
        error={next.no === null ? t("numbering.because.no_digits") : undefined}
        onChange={(value) => setStartingNo(value?.toUpperCase() ?? null)}
      />
    </StepForm>
  );
}

function ExistingSeries({ code }: { readonly code: string }) {
  const t = useT();
  const series = useEndpoint(getNumberSeries, { params: { code } });
  return (
    <StepForm
      step="numbers"
      text={t("setup.assistant.numbers.text")}
      save={async () => true}
      changes={[]}
      canSkip={false}
    >
      <Text size="sm">{t("setup.assistant.numbers.exists", { code })}</Text>
      {series.data && <NextNumberText lines={series.data.lines} />}
      <Anchor size="sm" renderRoot={(anchor) => <Link to={`/number-series/${code}`} {...anchor} />}>
        {t("setup.assistant.numbers.open")}
      </Anchor>
    </StepForm>
  );
}

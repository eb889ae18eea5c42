import { useEffect } from "react";
import { expectedClose } from "#opportunities/estimates.rules.ts";
import { listSalesCycleStages, type SalesCycleStage } from "#opportunities/stages/stages.contract.ts";
import { DateField } from "#web/fields/DateField.tsx";
import { MoneyField, NumberField } from "#web/fields/MoneyField.tsx";
import type { FieldBinding } from "#web/form/use-fields.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useFormat } from "#web/use-format.ts";

interface ActivateFieldsProps {
  readonly salesCycleCode: string | null;
  readonly estimatedValue: FieldBinding<number | null>;
  readonly chancesOfSuccess: FieldBinding<number | null>;
  readonly estimatedCloseDate: FieldBinding<string | null>;
  /** Takes the chances and the day of the cycle's first stage. */
  readonly onProposed: (values: {
    chancesOfSuccess: number | null;
    estimatedCloseDate: string | null;
  }) => void;
}

/** What an opportunity is worth that begins with the first stage of its cycle, as the stage proposes it (O-2). */
export function ActivateFields(props: ActivateFieldsProps) {
  const t = useT();
  const format = useFormat();
  const { salesCycleCode, onProposed } = props;
  const { data } = useEndpoint(
    listSalesCycleStages,
    { params: { code: salesCycleCode ?? "" }, query: { limit: "1" } },
    { enabled: salesCycleCode !== null },
  );
  const [first] = data?.items ?? [];

  // biome-ignore lint/correctness/useExhaustiveDependencies: proposed once for each first stage
  useEffect(() => {
    if (first) onProposed(proposalOf(first, format.today()));
  }, [first?.stage, salesCycleCode]);

  return (
    <>
      <MoneyField label={t("fields.estimatedValue")} required autoFocus {...props.estimatedValue} />
      <NumberField
        label={t("fields.chancesOfSuccess")}
        required
        decimals={2}
        unit="%"
        min={0}
        max={100}
        {...props.chancesOfSuccess}
      />
      <DateField label={t("fields.estimatedCloseDate")} required {...props.estimatedCloseDate} />
    </>
  );
}

function proposalOf({ chancesOfSuccess, dateFormula }: SalesCycleStage, today: string) {
  return {
    chancesOfSuccess: chancesOfSuccess || null,
    estimatedCloseDate: dateFormula === null ? null : expectedClose(dateFormula, today),
  };
}

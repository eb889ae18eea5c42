import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { switchDuplicates } from "#setup/marketing/duplicate-switches.rules.ts";
import type { MarketingSetup } from "#setup/marketing/marketing-setup.contract.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { NumberField } from "#web/fields/MoneyField.tsx";
import { SwitchField } from "#web/fields/TextField.tsx";
import { useT } from "#web/i18n.ts";
import type { MarketingForm } from "./use-marketing-form.ts";

/** Whether and how companies that may be the same are searched for; the two switches move each other. */
export function DuplicateSwitches({
  record,
  form,
}: {
  readonly record: MarketingSetup;
  readonly form: MarketingForm;
}) {
  const t = useT();
  const percent = form.field("searchHitPercent");
  const switches = {
    maintainDuplSearchStrings: form.values.maintainDuplSearchStrings === true,
    autosearchForDuplicates: form.values.autosearchForDuplicates === true,
  };

  function change(set: Partial<typeof switches>): void {
    const { maintainDuplSearchStrings, autosearchForDuplicates } = switchDuplicates(switches, set);
    form.set({ maintainDuplSearchStrings, autosearchForDuplicates });
  }

  return (
    <CardGroup
      name="setup.marketing.duplicates"
      titleKey="setup.marketing.duplicates"
      summary={t(
        record.maintainDuplSearchStrings ? "setup.marketing.maintained" : "setup.marketing.notMaintained",
      )}
    >
      <Text size="sm" c="dimmed" data-wide maw={640}>
        {t("setup.marketing.duplicatesText")}{" "}
        <Anchor component={Link} to="/setup/duplicate-search-strings" inherit underline="always">
          {t("setup.marketing.searchStrings")}
        </Anchor>
      </Text>
      {(["maintainDuplSearchStrings", "autosearchForDuplicates"] as const).map((field) => (
        <SwitchField
          key={field}
          label={t(`fields.${field}`)}
          description={t(`setup.marketing.${field}Text`)}
          {...form.field(field)}
          value={switches[field]}
          onChange={(value) => change({ [field]: value })}
        />
      ))}
      <NumberField
        label={t("fields.searchHitPercent")}
        description={t("setup.marketing.searchHitPercentText")}
        {...percent}
        value={percent.value ?? null}
        onChange={(value) => value !== null && percent.onChange(value)}
        min={1}
        max={100}
        unit="%"
        required
      />
    </CardGroup>
  );
}

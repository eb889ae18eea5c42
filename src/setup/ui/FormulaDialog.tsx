import { Group, Stack, Text } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { FormulaContent, putSalutationFormula } from "#setup/salutations/formulas.contract.ts";
import {
  composeSalutation,
  type SalutationType,
  salutationTypes,
} from "#setup/salutations/salutation.rules.ts";
import { call } from "#web/api-client.ts";
import { EnumField } from "#web/fields/EnumField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { FormButtons } from "#web/form/FormButtons.tsx";
import { useNewForm } from "#web/form/use-new-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { namePartChoices, placeholdersIn, sampleContact } from "./formula-example.ts";
import { languageSource } from "./lookups.ts";
import type { Formula } from "./SalutationFormulas.tsx";

const typeChoices = salutationTypes.map((value) => ({
  value,
  labelKey: `setup.formulas.${value}` as const,
}));

const blank = { salutation: null, name1: null, name2: null, name3: null, name4: null, name5: null };

/** Writes a formula of a salutation; the example changes while one types. */
export function FormulaDialog(props: {
  readonly code: string;
  /** `null` begins a new one. */
  readonly formula: Formula | null;
  readonly languageLabel: string | null;
  readonly onClose: () => void;
}) {
  const t = useT();
  const ui = useUi();
  const { code, formula } = props;
  const [languageCode, setLanguageCode] = useState(formula?.languageCode ?? null);
  const [salutationType, setSalutationType] = useState<SalutationType>(formula?.salutationType ?? "formal");
  const { salutation, name1, name2, name3, name4, name5 } = formula ?? blank;
  const form = useNewForm({
    schema: FormulaContent,
    initial: { salutation, name1, name2, name3, name4, name5 },
    create: async (body) => {
      const params = { code, languageCode: languageCode ?? "-", salutationType };
      const args = { params, body, ...(formula === null ? {} : { ifMatch: formula.version }) };
      const saved = await call(putSalutationFormula, args);
      await refresh(ui.queries, ["salutations"]);
      return saved;
    },
    onCreated: props.onClose,
  });
  const written = { ...blank, ...form.values };
  const example = composeSalutation(written, sampleContact);

  function submit(event: FormEvent): void {
    event.preventDefault();
    void form.submit();
  }

  return (
    <Dialog
      onClose={props.onClose}
      title={t(formula === null ? "setup.formulas.add" : "setup.formulas.edit")}
    >
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <Group grow align="flex-start">
            {formula === null ? (
              <LookupField
                label={t("fields.languageCode")}
                description={languageCode === null ? t("setup.formulas.anyLanguage") : undefined}
                source={languageSource}
                value={languageCode}
                onChange={setLanguageCode}
              />
            ) : (
              <TextField
                label={t("fields.languageCode")}
                value={props.languageLabel}
                onChange={() => undefined}
                disabled
              />
            )}
            <EnumField
              label={t("fields.salutationType")}
              choices={typeChoices}
              required
              disabled={formula !== null}
              value={salutationType}
              onChange={(value) => setSalutationType(value ?? "formal")}
            />
          </Group>
          <TextField
            label={t("setup.formulas.text")}
            description={t("setup.formulas.textHint")}
            maxLength={50}
            autoFocus
            {...form.field("salutation")}
            value={written.salutation}
          />
          {placeholdersIn(written.salutation).map((position) => (
            <EnumField
              key={position}
              label={t("setup.formulas.placeholder", { position })}
              choices={namePartChoices}
              {...form.field(`name${position}`)}
              value={written[`name${position}`]}
            />
          ))}
          <div role="status">
            <Text size="xs" c="dimmed">
              {t("setup.formulas.example")}
            </Text>
            <Text fw={500} mih={22}>
              {example}
            </Text>
            <Text size="xs" c="dimmed">
              {t("setup.formulas.exampleText")}
            </Text>
          </div>
          <FormButtons
            submitLabel={t("web.actions.save")}
            isSaving={form.isSaving}
            onCancel={props.onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

import { Group, Stack } from "@mantine/core";
import type { FormEvent } from "react";
import { call } from "#web/api-client.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { EnumField } from "#web/fields/EnumField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import type { LookupSource } from "#web/fields/lookup.ts";
import { TextField } from "#web/fields/TextField.tsx";
import { useLabel } from "#web/fields/use-labels.ts";
import { FormButtons } from "#web/form/FormButtons.tsx";
import type { FieldBinding } from "#web/form/use-fields.ts";
import { useNewForm } from "#web/form/use-new-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import {
  changePartyTemplate,
  createPartyTemplate,
  NewPartyTemplate,
  type PartyTemplate,
} from "../../templates/templates.contract.ts";
import {
  countrySource,
  currencySource,
  languageSource,
  numberSeriesSource,
  territorySource,
} from "../lookups.ts";
import { contactTypeChoices } from "../NewPartyDialog.tsx";
import { kindChoices } from "../party-contracts.ts";

/** A new template, or one that is changed; what it is for stays. */
export default function TemplateDialog({
  template,
  onClose,
}: { readonly template: PartyTemplate | null } & DialogFrame) {
  const t = useT();
  const ui = useUi();
  const form = useNewForm({
    schema: NewPartyTemplate,
    initial: {
      kind: template?.kind ?? "customer",
      code: template?.code ?? null,
      description: template?.description ?? null,
      contactType: template?.contactType ?? "company",
      territoryCode: template?.territoryCode ?? null,
      countryCode: template?.countryCode ?? null,
      currencyCode: template?.currencyCode ?? null,
      languageCode: template?.languageCode ?? null,
      noSeries: template?.noSeries ?? null,
    },
    create: ({ kind, ...body }) =>
      template === null
        ? call(createPartyTemplate, { body: { kind, ...body } })
        : call(changePartyTemplate, {
            params: { kind: template.kind, code: template.code },
            body,
            ifMatch: template.version,
          }),
    onCreated: async () => {
      await refresh(ui.queries, ["party-templates"]);
      onClose();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    void form.submit();
  }

  return (
    <Dialog
      onClose={onClose}
      title={t(template === null ? "parties.templates.new" : "parties.templates.edit")}
    >
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <Group grow align="flex-start">
            <EnumField
              label={t("fields.kind")}
              required
              disabled={template !== null}
              choices={kindChoices}
              {...form.field("kind")}
            />
            <EnumField
              label={t("fields.contactType")}
              required
              choices={contactTypeChoices}
              {...form.field("contactType")}
            />
          </Group>
          <TextField
            label={t("fields.code")}
            required
            autoFocus
            maxLength={10}
            {...form.field("code")}
            onChange={(value) => form.field("code").onChange(value?.toUpperCase() ?? null)}
          />
          <TextField label={t("fields.description")} maxLength={100} {...form.field("description")} />
          <Code label={t("fields.countryCode")} source={countrySource} binding={form.field("countryCode")} />
          <Code
            label={t("fields.currencyCode")}
            source={currencySource}
            binding={form.field("currencyCode")}
          />
          <Code
            label={t("fields.languageCode")}
            source={languageSource}
            binding={form.field("languageCode")}
          />
          <Code
            label={t("fields.territoryCode")}
            source={territorySource}
            binding={form.field("territoryCode")}
          />
          <Code
            label={t("fields.noSeries")}
            description={t("parties.templates.noSeriesText")}
            source={numberSeriesSource}
            binding={form.field("noSeries")}
          />
          <FormButtons
            submitLabel={t("parties.templates.save")}
            isSaving={form.isSaving}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

function Code(props: {
  readonly label: string;
  readonly description?: string;
  readonly source: LookupSource;
  readonly binding: FieldBinding<string | null>;
}) {
  const { binding, source } = props;
  return (
    <LookupField
      label={props.label}
      description={props.description}
      source={source}
      valueLabel={useLabel(source, binding.value)}
      {...binding}
    />
  );
}

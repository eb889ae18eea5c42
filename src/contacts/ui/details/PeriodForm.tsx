import { Button } from "@mantine/core";
import type { FormEvent, KeyboardEvent } from "react";
import {
  type AddressRange,
  AddressRangeChange,
  changeAddressRange,
  createAddressRange,
  NewAddressRange,
} from "#contacts/details/addresses/addresses.contract.ts";
import { call } from "#web/api-client.ts";
import { DateField } from "#web/fields/DateField.tsx";
import { useNewForm } from "#web/form/use-new-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { changedByContacts } from "../resources.ts";
import classes from "./details.module.css";

const noDates = { startingDate: null, endingDate: null };

/** First and last day of a period: a new one, or one that is changed. */
export function PeriodForm(props: {
  readonly no: string;
  readonly code: string;
  readonly range: AddressRange | null;
  readonly onClose: () => void;
}) {
  const t = useT();
  const ui = useUi();
  const { no, code, range } = props;
  const form = useNewForm<typeof NewAddressRange | typeof AddressRangeChange, AddressRange>({
    schema: range === null ? NewAddressRange : AddressRangeChange,
    initial: { ...(range ?? noDates), altAddressCode: code } as never,
    create: ({ startingDate, endingDate = null }) =>
      range === null
        ? call(createAddressRange, {
            params: { no },
            body: { startingDate: startingDate ?? "", endingDate, altAddressCode: code },
          })
        : call(changeAddressRange, {
            params: { no, startingDate: range.startingDate },
            body: { ...(startingDate === undefined ? {} : { startingDate }), endingDate },
            ifMatch: range.version,
          }),
    onCreated: async () => {
      await refresh(ui.queries, changedByContacts);
      props.onClose();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    void form.submit();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Escape") props.onClose();
  }

  return (
    <form className={classes.periodForm} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      <DateField
        label={t("contacts.details.addresses.starting")}
        required
        autoFocus
        {...form.field("startingDate")}
      />
      <DateField
        label={t("contacts.details.addresses.ending")}
        description={t("contacts.details.addresses.endingHint")}
        {...form.field("endingDate")}
      />
      <div data-wide>
        <Button size="compact-sm" variant="default" onClick={props.onClose}>
          {t("web.actions.cancel")}
        </Button>
        <Button size="compact-sm" type="submit" loading={form.isSaving}>
          {t(
            range === null ? "contacts.details.addresses.addPeriod" : "contacts.details.addresses.savePeriod",
          )}
        </Button>
      </div>
    </form>
  );
}

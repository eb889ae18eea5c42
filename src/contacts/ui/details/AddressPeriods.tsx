import { ActionIcon, Button } from "@mantine/core";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useId, useState } from "react";
import {
  type AddressRange,
  createAddressRange,
  deleteAddressRange,
} from "#contacts/details/addresses/addresses.contract.ts";
import { type Translate, useT } from "#web/i18n.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { changedByContacts } from "../resources.ts";
import classes from "./details.module.css";
import { PeriodForm } from "./PeriodForm.tsx";

/** The days on which an alternative address counts: added, changed and deleted in place. */
export function AddressPeriods(props: {
  readonly no: string;
  readonly code: string;
  readonly ranges: readonly AddressRange[];
}) {
  const t = useT();
  const ui = useUi();
  const id = useId();
  const format = useFormat();
  const { no, code, ranges } = props;
  const [edited, setEdited] = useState<string | "new" | null>(null);
  const mayWrite = ui.may("contacts.write");
  const close = () => setEdited(null);

  async function remove(range: AddressRange): Promise<void> {
    const { startingDate, endingDate, altAddressCode, version } = range;
    const args = { params: { no, startingDate }, ifMatch: version };
    if (!(await ui.call(deleteAddressRange, args, changedByContacts))) return;
    const body = { startingDate, endingDate, altAddressCode };
    ui.showUndo(t("contacts.details.addresses.deletedPeriod", { period: periodOf(range, t, format) }), () =>
      ui.call(createAddressRange, { params: { no }, body }, changedByContacts),
    );
  }

  return (
    <section className={classes.periods} aria-labelledby={id}>
      <h4 className={classes.label} id={id}>
        {t("contacts.details.addresses.periods")}
      </h4>
      {ranges.length === 0 && edited === null && (
        <p className={classes.none}>{t("contacts.details.addresses.noPeriods")}</p>
      )}
      <ul className={classes.rows}>
        {ranges.map((range) => {
          const period = periodOf(range, t, format);
          return edited === range.startingDate ? (
            <li key={range.startingDate}>
              <PeriodForm no={no} code={code} range={range} onClose={close} />
            </li>
          ) : (
            <li key={range.startingDate} className={classes.period}>
              <span>{period}</span>
              {mayWrite && (
                <span className={classes.buttons}>
                  <ActionIcon
                    size="sm"
                    aria-label={t("contacts.details.addresses.editPeriod", { period })}
                    onClick={() => setEdited(range.startingDate)}
                  >
                    <IconPencil size={14} stroke={1.6} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    size="sm"
                    aria-label={t("contacts.details.addresses.deletePeriod", { period })}
                    onClick={() => void remove(range)}
                  >
                    <IconTrash size={14} stroke={1.6} aria-hidden />
                  </ActionIcon>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {edited === "new" && <PeriodForm no={no} code={code} range={null} onClose={close} />}
      {mayWrite && edited !== "new" && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} stroke={1.8} aria-hidden />}
          onClick={() => setEdited("new")}
        >
          {t("contacts.details.addresses.addPeriod")}
        </Button>
      )}
    </section>
  );
}

function periodOf(
  { startingDate, endingDate }: AddressRange,
  t: Translate,
  format: ReturnType<typeof useFormat>,
): string {
  const start = format.date(startingDate);
  return endingDate === null
    ? t("contacts.details.addresses.from", { start })
    : t("contacts.details.addresses.between", { start, end: format.date(endingDate) });
}

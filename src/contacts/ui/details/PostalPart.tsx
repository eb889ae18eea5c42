import { Button, Skeleton } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import { getPostalAddress } from "#contacts/details/addresses/addresses.contract.ts";
import { DateField } from "#web/fields/DateField.tsx";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import classes from "./details.module.css";

/** The envelope of a letter on a day, and why it goes there. */
export function PostalPart({ no }: { readonly no: string }) {
  const t = useT();
  const ui = useUi();
  const format = useFormat();
  const [date, setDate] = useState<string | null>(format.today());
  const { data } = useEndpoint(
    getPostalAddress,
    { params: { no }, query: { date: date ?? format.today() } },
    { keepPrevious: true },
  );

  async function copy(lines: readonly string[]): Promise<void> {
    await navigator.clipboard.writeText(lines.join("\n"));
    ui.showSuccess(t("contacts.details.postal.copied"));
  }

  if (!data) return <Skeleton height={90} mb="md" />;
  return (
    <div className={classes.postal}>
      <address className={classes.envelope}>
        {data.lines.length === 0 ? t("contacts.details.postal.blank") : data.lines.join("\n")}
      </address>
      <div style={{ display: "grid", gap: 10, justifyItems: "start" }}>
        <DateField label={t("contacts.details.postal.on")} value={date} onChange={setDate} />
        <span className={classes.dim}>
          {t(`contacts.details.postal.sources.${data.source}`, { code: data.altAddressCode ?? "" })}
        </span>
        {data.lines.length > 0 && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconCopy size={14} stroke={1.7} aria-hidden />}
            onClick={() => void copy(data.lines)}
          >
            {t("contacts.details.postal.copy")}
          </Button>
        )}
      </div>
    </div>
  );
}

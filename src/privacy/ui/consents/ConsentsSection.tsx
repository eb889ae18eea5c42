import { ActionIcon, Button, Skeleton } from "@mantine/core";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { ContactSectionProps } from "#contacts/ui/index.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useMay } from "#web/session.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import { type Consent, deleteConsent, listConsents, putConsent } from "../../consents/consents.contract.ts";
import classes from "../privacy.module.css";
import { ConsentDialog } from "./ConsentDialog.tsx";

/** What the contact agreed to or refused, and how that can be shown. */
export default function ConsentsSection({ contact }: ContactSectionProps) {
  const t = useT();
  const { no } = contact;
  const mayWrite = useMay()("contacts.write");
  const [edited, setEdited] = useState<Consent | "new" | null>(null);
  const { data, error, refetch } = useEndpoint(listConsents, { params: { no } });
  return (
    <CardGroup
      name="privacy.consents"
      titleKey="privacy.consents.title"
      layout="plain"
      startsFolded
      summary={data?.items.map(({ purpose }) => purpose).join(" · ")}
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={60} mt="sm" />}
      {data && (
        <div className={classes.parts}>
          <div>
            {data.items.length === 0 ? (
              <p className={classes.dim}>{t("privacy.consents.none")}</p>
            ) : (
              <ul className={classes.rows}>
                {data.items.map((consent) => (
                  <ConsentRow
                    key={`${consent.channel} ${consent.purpose}`}
                    no={no}
                    consent={consent}
                    onEdit={mayWrite ? () => setEdited(consent) : null}
                  />
                ))}
              </ul>
            )}
            {mayWrite && (
              <Button
                variant="default"
                leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
                onClick={() => setEdited("new")}
              >
                {t("privacy.consents.add")}
              </Button>
            )}
          </div>
        </div>
      )}
      {edited !== null && (
        <ConsentDialog no={no} consent={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </CardGroup>
  );
}

function ConsentRow(props: {
  readonly no: string;
  readonly consent: Consent;
  /** `null`: the reader may not write. */
  readonly onEdit: (() => void) | null;
}) {
  const t = useT();
  const ui = useUi();
  const format = useFormat();
  const { no, consent, onEdit } = props;
  const { channel, purpose, granted, date, givenBy, evidence } = consent;
  const name = `${purpose}, ${t(`privacy.consents.channels.${channel}`)}`;
  const params = { no, channel, purpose };

  async function remove(): Promise<void> {
    if (!(await ui.call(deleteConsent, { params }))) return;
    const body = { granted, date, givenBy, evidence };
    ui.showUndo(t("privacy.consents.removed", { name }), () => ui.call(putConsent, { params, body }));
  }

  return (
    <li>
      <span>
        <strong>{purpose}</strong> · {t(`privacy.consents.channels.${channel}`)} · {format.date(date)}
        {givenBy !== null && ` · ${givenBy}`}
        {evidence !== null && ` · ${evidence}`}
      </span>
      <StatusBadge tone={granted ? "success" : "danger"}>
        {t(granted ? "privacy.consents.granted" : "privacy.consents.refused")}
      </StatusBadge>
      {onEdit && (
        <>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("privacy.consents.editOf", { name })}
            onClick={onEdit}
          >
            <IconPencil size={15} stroke={1.7} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("privacy.consents.removeOf", { name })}
            onClick={() => void remove()}
          >
            <IconTrash size={15} stroke={1.7} aria-hidden />
          </ActionIcon>
        </>
      )}
    </li>
  );
}

import { Alert, Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { DateField } from "#web/fields/DateField.tsx";
import { EnumField } from "#web/fields/EnumField.tsx";
import { SwitchField, TextField } from "#web/fields/TextField.tsx";
import { useT } from "#web/i18n.ts";
import { useAction } from "#web/query.ts";
import { useFormat } from "#web/use-format.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { problemText } from "#web/widgets/notify.tsx";
import { consentChannels } from "../../consents/consent-warnings.rules.ts";
import { type Consent, putConsent } from "../../consents/consents.contract.ts";

/** Records what a contact says to one purpose over one channel. */
export function ConsentDialog(props: {
  readonly no: string;
  /** `null`: a new one. */
  readonly consent: Consent | null;
  readonly onClose: () => void;
}) {
  const { no, consent, onClose } = props;
  const t = useT();
  const format = useFormat();
  const [channel, setChannel] = useState<string | null>(consent?.channel ?? "email");
  const [purpose, setPurpose] = useState<string | null>(consent?.purpose ?? null);
  const [granted, setGranted] = useState(consent?.granted ?? true);
  const [date, setDate] = useState<string | null>(consent?.date ?? format.today());
  const [givenBy, setGivenBy] = useState<string | null>(consent?.givenBy ?? null);
  const [evidence, setEvidence] = useState<string | null>(consent?.evidence ?? null);
  const put = useAction(putConsent, { showsErrors: true, onDone: onClose });
  const chosen = consentChannels.find((known) => known === channel);

  function save(): void {
    if (chosen === undefined || purpose === null) return;
    put.mutate({
      params: { no, channel: chosen, purpose },
      body: { granted, givenBy, evidence, ...(date !== null && { date }) },
      ...(consent && { ifMatch: consent.version }),
    });
  }

  return (
    <Dialog title={t("privacy.consents.dialogTitle", { no })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="sm">
          <Group grow align="flex-start">
            <TextField
              label={t("fields.purpose")}
              description={t("privacy.consents.purposeText")}
              required
              maxLength={20}
              disabled={consent !== null}
              value={purpose}
              onChange={setPurpose}
            />
            <EnumField
              label={t("fields.channel")}
              description={t("privacy.consents.channelText")}
              required
              disabled={consent !== null}
              choices={consentChannels.map((value) => ({
                value,
                labelKey: `privacy.consents.channels.${value}` as const,
              }))}
              value={channel}
              onChange={setChannel}
            />
          </Group>
          <SwitchField
            label={t("privacy.consents.isGranted")}
            description={t("privacy.consents.isGrantedText")}
            value={granted}
            onChange={setGranted}
          />
          <Group grow align="flex-start">
            <DateField label={t("fields.date")} required value={date} onChange={setDate} />
            <TextField label={t("fields.givenBy")} maxLength={100} value={givenBy} onChange={setGivenBy} />
          </Group>
          <TextField
            label={t("fields.evidence")}
            description={t("privacy.consents.evidenceText")}
            maxLength={250}
            value={evidence}
            onChange={setEvidence}
          />
          {put.error && (
            <Alert color="red" role="alert">
              {problemText(put.error)}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("web.actions.cancel")}
            </Button>
            <Button type="submit" disabled={purpose === null || chosen === undefined} loading={put.isPending}>
              {t("web.actions.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

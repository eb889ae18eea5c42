import { SegmentedControl, Stack, Text } from "@mantine/core";
import type { FormEvent } from "react";
import {
  closeOpportunity,
  getOpportunityMoves,
  OpportunityClosing,
  type OpportunityMoves,
} from "#opportunities/entries/entries.contract.ts";
import { type ClosedStatus, closedStatuses } from "#opportunities/estimates.rules.ts";
import { call } from "#web/api-client.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { DateField } from "#web/fields/DateField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { MoneyField } from "#web/fields/MoneyField.tsx";
import { FormButtons } from "#web/form/FormButtons.tsx";
import { useNewForm } from "#web/form/use-new-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh, useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { changedByOpportunities, type OpportunitySubject } from "./actions.ts";
import { statusKey } from "./choices.ts";
import { closeCodeSources } from "./lookups.ts";

/** Closes an opportunity: won or lost, why, when, and for how much. */
export default function CloseDialog({ no, description, ...frame }: OpportunitySubject & DialogFrame) {
  const t = useT();
  const { data, error, refetch } = useEndpoint(getOpportunityMoves, { params: { no } }, { staleTimeMs: 0 });
  return (
    <Dialog onClose={frame.onClose} title={t("opportunities.close.title", { name: description })}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data && <CloseForm key={data.version} no={no} offered={data} {...frame} />}
    </Dialog>
  );
}

function CloseForm({
  no,
  offered,
  onClose,
  onDone,
}: { readonly no: string; readonly offered: OpportunityMoves } & DialogFrame) {
  const t = useT();
  const ui = useUi();
  const { closingDate, sales, closeOpportunityCodes } = offered.closing;
  const form = useNewForm({
    schema: OpportunityClosing,
    initial: { status: null, closeOpportunityCode: null, closingDate, sales: null },
    create: (body) => call(closeOpportunity, { params: { no }, body, ifMatch: offered.version }),
    onCreated: async (closed) => {
      await refresh(ui.queries, changedByOpportunities);
      ui.showSuccess(
        t(closed.status === "won" ? "opportunities.close.won" : "opportunities.close.lost", {
          name: closed.description,
        }),
      );
      onDone();
    },
  });
  const { status } = form.values;

  /** The code is for one outcome, and only what is won was sold for something (O-15). */
  function choose(chosen: ClosedStatus): void {
    form.set({
      status: chosen,
      closeOpportunityCode: closeOpportunityCodes[chosen],
      sales: chosen === "won" ? sales : null,
    });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    void form.submit();
  }

  const statusError = form.field("status").error;
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t("opportunities.close.outcome")}
          data={closedStatuses.map((value) => ({ value, label: t(statusKey(value)) }))}
          value={status ?? ""}
          onChange={(chosen) => choose(chosen as ClosedStatus)}
          fullWidth
          data-autofocus
        />
        {statusError && (
          <Text size="xs" c="var(--mantine-color-error)" role="alert">
            {statusError}
          </Text>
        )}
        {status !== null && (
          <LookupField
            key={status}
            label={t("fields.closeOpportunityCode")}
            required
            source={closeCodeSources[status]}
            {...form.field("closeOpportunityCode")}
          />
        )}
        {status === "won" && (
          <MoneyField label={t("opportunities.close.sales")} required {...form.field("sales")} />
        )}
        <DateField label={t("opportunities.close.date")} required {...form.field("closingDate")} />
        <FormButtons
          submitLabel={t(
            status === null
              ? "opportunities.actions.close"
              : status === "won"
                ? "opportunities.close.submitWon"
                : "opportunities.close.submitLost",
          )}
          isSaving={form.isSaving}
          isDisabled={status === null}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}

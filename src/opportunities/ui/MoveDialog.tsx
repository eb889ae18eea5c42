import { SegmentedControl, Select, Stack, Text } from "@mantine/core";
import { type FormEvent, useRef } from "react";
import {
  getOpportunityMoves,
  OpportunityMove,
  type OpportunityMoves,
  updateOpportunity,
} from "#opportunities/entries/entries.contract.ts";
import { estimate, expectedClose, followDateOfChange } from "#opportunities/estimates.rules.ts";
import type { ActionType } from "#opportunities/moves.rules.ts";
import { call } from "#web/api-client.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { DateField } from "#web/fields/DateField.tsx";
import { MoneyField, NumberField } from "#web/fields/MoneyField.tsx";
import { FormButtons } from "#web/form/FormButtons.tsx";
import { useNewForm } from "#web/form/use-new-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh, useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { changedByOpportunities, type OpportunitySubject } from "./actions.ts";

type Move = OpportunityMoves["moves"][number];

/** Moves an opportunity on its cycle, or says anew what it is worth where it stands. Enter takes what is proposed. */
export default function MoveDialog({ no, description, ...frame }: OpportunitySubject & DialogFrame) {
  const t = useT();
  const { data, error, refetch } = useEndpoint(getOpportunityMoves, { params: { no } }, { staleTimeMs: 0 });
  const usual = data?.moves.find(({ isDefault }) => isDefault);
  const isFirst = usual?.actionType === "first";
  return (
    <Dialog
      onClose={frame.onClose}
      title={t(isFirst ? "opportunities.move.titleFirst" : "opportunities.move.title", { name: description })}
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data && !usual && <Text size="sm">{t("opportunities.move.nowhere")}</Text>}
      {data && usual && <MoveForm key={data.version} no={no} offered={data} usual={usual} {...frame} />}
    </Dialog>
  );
}

function MoveForm(
  props: { readonly no: string; readonly offered: OpportunityMoves; readonly usual: Move } & DialogFrame,
) {
  const t = useT();
  const ui = useUi();
  const { no, offered, usual } = props;
  const form = useNewForm({
    schema: OpportunityMove,
    initial: {
      actionType: usual.actionType,
      ...targetOf(usual, usual.preselectedStage, offered.dateOfChange),
      dateOfChange: offered.dateOfChange,
      estimatedValue: offered.estimatedValue || null,
    },
    create: (body) => call(updateOpportunity, { params: { no }, body, ifMatch: offered.version }),
    onCreated: async (moved) => {
      await refresh(ui.queries, changedByOpportunities);
      ui.showSuccess(
        t("opportunities.move.done", {
          stage: moved.currentStageDescription ?? String(moved.currentStage ?? ""),
        }),
      );
      props.onDone();
    },
  });
  const move = offered.moves.find(({ actionType }) => actionType === form.values.actionType) ?? usual;
  const lastDate = useRef(offered.dateOfChange);
  const stage = move.stages.find((target) => target.stage === form.values.stage) ?? move.stages[0]!;

  function choose(actionType: ActionType, wanted?: number): void {
    const chosen = offered.moves.find((candidate) => candidate.actionType === actionType)!;
    const dateOfChange = form.values.dateOfChange ?? offered.dateOfChange;
    form.set({ actionType, ...targetOf(chosen, wanted ?? chosen.preselectedStage, dateOfChange) });
  }

  // The day it is expected to be closed counts from the day of the change (O-11).
  function changeDate(dateOfChange: string | null): void {
    const { estimatedCloseDate } = form.values;
    const from = lastDate.current;
    if (dateOfChange !== null) lastDate.current = dateOfChange;
    form.set({
      dateOfChange,
      estimatedCloseDate: followDateOfChange(estimatedCloseDate, stage.dateFormula, from, dateOfChange),
    });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    void form.submit();
  }

  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        {offered.moves.length > 1 && (
          <SegmentedControl
            aria-label={t("opportunities.move.actionType")}
            data={offered.moves.map(({ actionType }) => ({
              value: actionType,
              label: t(`opportunities.actionTypes.${actionType}`),
            }))}
            value={move.actionType}
            onChange={(actionType) => choose(actionType as ActionType)}
            fullWidth
          />
        )}
        {move.stages.length > 1 ? (
          <Select
            label={t("fields.stage")}
            allowDeselect={false}
            data={move.stages.map((target) => ({ value: String(target.stage), label: nameOf(target) }))}
            value={String(stage.stage)}
            onChange={(chosen) => choose(move.actionType, Number(chosen))}
          />
        ) : (
          <Text size="sm">
            {t(move.actionType === "update" ? "opportunities.move.stays" : "opportunities.move.to", {
              stage: nameOf(stage),
            })}
          </Text>
        )}
        {stage.lacksQuote && (
          <Text size="sm" c="var(--rp-warning-text)" role="note">
            {t("opportunities.move.lacksQuote")}
          </Text>
        )}
        <MoneyField label={t("fields.estimatedValue")} required autoFocus {...form.field("estimatedValue")} />
        <NumberField
          label={t("fields.chancesOfSuccess")}
          required
          decimals={2}
          unit="%"
          min={0}
          max={100}
          {...form.field("chancesOfSuccess")}
        />
        <DateField label={t("fields.estimatedCloseDate")} required {...form.field("estimatedCloseDate")} />
        <DateField
          label={t("fields.dateOfChange")}
          required
          {...form.field("dateOfChange")}
          onChange={changeDate}
        />
        <Preview offered={offered} stage={stage} values={form.values} />
        <FormButtons
          submitLabel={t(`opportunities.move.submit.${move.actionType}`)}
          isSaving={form.isSaving}
          isDisabled={stage.lacksQuote}
          onCancel={props.onClose}
        />
      </Stack>
    </form>
  );
}

/** What the server would save, by the same rules. */
function Preview(props: {
  readonly offered: OpportunityMoves;
  readonly stage: Move["stages"][number];
  readonly values: {
    readonly actionType: ActionType | null;
    readonly estimatedValue: number | null;
    readonly chancesOfSuccess: number | null;
    readonly dateOfChange: string | null;
  };
}) {
  const t = useT();
  const format = useFormat();
  const { probabilityCalculation } = props.offered;
  const { actionType, estimatedValue, chancesOfSuccess, dateOfChange } = props.values;
  if (!probabilityCalculation || !actionType || !estimatedValue || estimatedValue < 0) return null;
  const { probability, calcdCurrentValue } = estimate(
    actionType,
    { ...props.stage, dateFormula: null },
    probabilityCalculation,
    {
      dateOfChange: dateOfChange ?? props.offered.dateOfChange,
      estimatedValue: estimatedValue.toFixed(2),
      chancesOfSuccess: chancesOfSuccess ?? 0,
      estimatedCloseDate: null,
    },
  );
  return (
    <Text size="sm" c="dimmed" role="status">
      {t("opportunities.move.preview", {
        probability: format.number(probability),
        value: format.money(Number(calcdCurrentValue)),
      })}
    </Text>
  );
}

/** Choosing a target takes its chances and its day (O-10); what it is worth stays. */
function targetOf(move: Move, wanted: number, dateOfChange: string) {
  const { stage, chancesOfSuccess, dateFormula } =
    move.stages.find((target) => target.stage === wanted) ?? move.stages[0]!;
  return {
    stage,
    chancesOfSuccess: chancesOfSuccess || null,
    estimatedCloseDate: expectedClose(dateFormula, dateOfChange),
  };
}

function nameOf({ stage, description }: Move["stages"][number]): string {
  return description === null ? String(stage) : `${stage} · ${description}`;
}

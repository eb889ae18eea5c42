import { Button, Stack } from "@mantine/core";
import type { InteractionDraft } from "#interactions/drafts/drafts.contract.ts";
import { useT } from "#web/i18n.ts";
import { useMay } from "#web/session.ts";
import { WizardFrame } from "#web/widgets/WizardFrame.tsx";
import { ConsentNote } from "../ConsentNote.tsx";
import { CallResultStep } from "./CallResultStep.tsx";
import { CallStep } from "./CallStep.tsx";
import { CallTimer, useCallTimer } from "./CallTimer.tsx";
import { ContentStep } from "./ContentStep.tsx";
import { DraftComments } from "./DraftComments.tsx";
import { RelationsStep } from "./RelationsStep.tsx";
import { SaveNote } from "./SaveNote.tsx";
import { TypeStep } from "./TypeStep.tsx";
import { useFlow } from "./use-flow.ts";

const stepKeys = {
  type: "interactions.flow.steps.type",
  call: "interactions.flow.steps.call",
  content: "interactions.flow.steps.content",
  relations: "interactions.flow.steps.relations",
  result: "interactions.flow.steps.result",
} as const;

/** With whom: a person with the company. */
export function subjectOf(of: {
  readonly contactNo: string | null;
  readonly contactName: string | null;
  readonly contactCompanyNo: string | null;
  readonly contactCompanyName: string | null;
}): string | undefined {
  if (of.contactNo === null) return undefined;
  const company = of.contactCompanyNo === of.contactNo ? null : of.contactCompanyName;
  return [of.contactName ?? of.contactNo, company].filter((part) => part !== null).join(", ");
}

/** The steps of a draft until it is logged, postponed or discarded. */
export function DraftStage({
  begin,
  onClose,
}: {
  readonly begin: InteractionDraft;
  readonly onClose: () => void;
}) {
  const t = useT();
  const may = useMay();
  const flow = useFlow(begin, onClose);
  const { form, steps } = flow;
  const { draft } = form;
  const isCall = draft.kind === "phoneCall";
  const timer = useCallTimer(draft.id, (durationMin) => form.enter({ durationMin }));
  const isLast = draft.step === steps.at(-1);
  const position = steps.indexOf(draft.step);
  const mayHaveOpportunity = isCall && isLast && draft.opportunityNo === null && may("opportunities.write");
  // The guided flow tells of the result that follows once the interaction is logged.
  const listed = isCall ? steps : [...steps, "result" as const];

  return (
    <WizardFrame
      title={t(isCall ? "interactions.flow.callTitle" : "interactions.flow.title")}
      subject={subjectOf(draft)}
      steps={listed.map((key, index) => ({ key, labelKey: stepKeys[key], isDone: index < position }))}
      current={draft.step}
      onStep={flow.goTo}
      onNext={() => {
        if (isLast) timer.end();
        return flow.next();
      }}
      nextLabel={isLast ? t(isCall ? "interactions.flow.logCall" : "interactions.quickLog.save") : undefined}
      finishLabel={t("interactions.flow.done")}
      onLater={() => {
        timer.end();
        return flow.later();
      }}
      onDiscard={flow.discard}
      hasContent={flow.hasContent}
      isBusy={flow.isBusy}
      note={<SaveNote status={form.status} isLast={isLast} />}
    >
      <Stack
        gap="sm"
        onKeyDown={(event) => {
          // Enter alone must not log by accident: it chooses in a list.
          if (isLast && event.key === "Enter" && (event.target as HTMLElement).matches("input")) {
            if (!event.ctrlKey && !event.metaKey) event.preventDefault();
          }
        }}
      >
        <ConsentNote
          contactNo={draft.contactNo}
          template={
            draft.interactionTemplateCode === null
              ? null
              : {
                  code: draft.interactionTemplateCode,
                  description: draft.interactionTemplateDescription,
                  interactionGroupCode: draft.interactionGroupCode ?? "",
                }
          }
          informationFlow={draft.informationFlow}
          initiatedBy={draft.initiatedBy}
          correspondenceType={draft.correspondenceType}
          contactVia={draft.contactVia}
        />
        {isCall && <CallTimer timer={timer} />}
        {draft.step === "type" && <TypeStep form={form} />}
        {draft.step === "call" && <CallStep form={form} timer={timer} />}
        {draft.step === "content" && <ContentStep form={form} />}
        {draft.step === "result" && <CallResultStep form={form} />}
        {draft.step === "relations" && <RelationsStep form={form} />}
        <DraftComments form={form} />
        {mayHaveOpportunity && (
          <Button
            variant="default"
            onClick={() => {
              timer.end();
              void flow.finish({ createOpportunity: true });
            }}
            loading={flow.isBusy}
          >
            {t("interactions.flow.logWithOpportunity")}
          </Button>
        )}
      </Stack>
    </WizardFrame>
  );
}

import { Button, Group, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconCheck } from "@tabler/icons-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { type TextKey, useT } from "../i18n.ts";
import { Dialog } from "./Dialog.tsx";
import classes from "./WizardFrame.module.css";

export interface WizardStep {
  readonly key: string;
  readonly labelKey: TextKey;
  /** The step's values are complete. */
  readonly isDone?: boolean;
}

/**
 * The frame of a guided flow: where one is, back, on, skip, later. Enter in a field and mod+Enter anywhere go on.
 * The steps' content and what is typed belong to the caller; keep the latter with `useKeptDraft`.
 */
export function WizardFrame(props: {
  readonly title: string;
  readonly steps: readonly WizardStep[];
  /** Key of the step that is shown. */
  readonly current: string;
  /** Goes to a step that was seen before. */
  readonly onStep: (key: string) => void;
  /** Checks the step and goes on; at the last step it finishes. */
  readonly onNext: () => unknown;
  /** Whom or what it is about, beside the title. */
  readonly subject?: string | undefined;
  /** Words of the button where a step before the last does more than go on. */
  readonly nextLabel?: string | undefined;
  /** False once what the former steps did cannot be taken back. */
  readonly canGoBack?: boolean;
  /** A word beside the buttons, such as whether everything is saved. */
  readonly note?: ReactNode;
  /** Words of the last step's button: what it does, such as "Log and send to anna@example.com". */
  readonly finishLabel: string;
  /** Where a step may be left out. */
  readonly onSkip?: (() => void) | undefined;
  /** Keeps everything to go on later; offered when the flow is closed with something typed. */
  readonly onLater?: (() => unknown) | undefined;
  readonly onDiscard: () => unknown;
  /** Something was typed: closing asks once. */
  readonly hasContent: boolean;
  readonly isBusy?: boolean;
  readonly children: ReactNode;
}) {
  const t = useT();
  const isPhone = useMediaQuery("(max-width: 760px)", false, { getInitialValueInEffect: false });
  const [isClosing, setIsClosing] = useState(false);
  const position = props.steps.findIndex(({ key }) => key === props.current);
  const isLast = position === props.steps.length - 1;
  const canGoBack = props.canGoBack ?? true;
  const former = canGoBack ? props.steps[position - 1] : undefined;

  function submit(event: FormEvent): void {
    event.preventDefault();
    event.stopPropagation();
    if (!props.isBusy) void props.onNext();
  }

  function close(): void {
    if (props.hasContent) setIsClosing(true);
    else void props.onDiscard();
  }

  return (
    <Dialog
      onClose={close}
      size={640}
      fullScreen={isPhone}
      title={
        <>
          {props.title}
          {props.subject && (
            <Text span c="dimmed" fw={400}>
              {` · ${props.subject}`}
            </Text>
          )}
        </>
      }
    >
      <form
        noValidate
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
        }}
      >
        {props.steps.length > 1 && <StepList {...props} canGoBack={canGoBack} position={position} />}
        {props.children}
        <div className={classes.foot}>
          <Group gap="sm">
            {former && (
              <Button variant="default" onClick={() => props.onStep(former.key)}>
                {t("web.actions.back")}
              </Button>
            )}
            {props.note}
          </Group>
          <Group gap="xs">
            {props.onSkip && (
              <Button variant="subtle" onClick={props.onSkip}>
                {t("web.actions.skip")}
              </Button>
            )}
            {props.onLater && (
              <Button variant="default" onClick={() => void props.onLater?.()}>
                {t("web.actions.later")}
              </Button>
            )}
            <Button type="submit" loading={props.isBusy ?? false}>
              {isLast ? props.finishLabel : (props.nextLabel ?? t("web.actions.next"))}
            </Button>
          </Group>
        </div>
      </form>
      {isClosing && <ClosingQuestion {...props} onBack={() => setIsClosing(false)} />}
    </Dialog>
  );
}

function StepList(props: {
  readonly steps: readonly WizardStep[];
  readonly position: number;
  readonly canGoBack: boolean;
  readonly onStep: (key: string) => void;
}) {
  const t = useT();
  const { steps, position } = props;
  return (
    <>
      <p className="visually-hidden" role="status">
        {t("web.wizard.step", { step: position + 1, count: steps.length })}
      </p>
      <ol className={classes.steps} aria-label={t("web.wizard.steps")}>
        {steps.map((step, index) => {
          const label = (
            <>
              <span className={classes.number}>
                {step.isDone && index !== position ? (
                  <IconCheck size={13} stroke={2.4} aria-hidden />
                ) : (
                  index + 1
                )}
              </span>
              {t(step.labelKey)}
              {step.isDone && <span className="visually-hidden">({t("web.wizard.done")})</span>}
            </>
          );
          const isSeen = props.canGoBack && (index < position || step.isDone);
          return (
            <li key={step.key}>
              {isSeen && index !== position ? (
                <button
                  type="button"
                  className={classes.step}
                  data-done={step.isDone || undefined}
                  onClick={() => props.onStep(step.key)}
                >
                  {label}
                </button>
              ) : (
                <span className={classes.step} aria-current={index === position ? "step" : undefined}>
                  {label}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

function ClosingQuestion(props: {
  readonly onLater?: (() => unknown) | undefined;
  readonly onDiscard: () => unknown;
  readonly onBack: () => void;
}) {
  const t = useT();
  return (
    <Dialog
      onClose={props.onBack}
      size="sm"
      hasCloseButton={false}
      title={t(props.onLater ? "web.wizard.closeTitle" : "web.form.leaveTitle")}
    >
      <Text size="sm" c="dimmed">
        {t(props.onLater ? "web.wizard.closeText" : "web.form.leaveText")}
      </Text>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={props.onBack}>
          {t("web.actions.back")}
        </Button>
        <Button variant="default" c="var(--mantine-color-error)" onClick={() => void props.onDiscard()}>
          {t("web.wizard.discard")}
        </Button>
        {props.onLater && (
          <Button data-autofocus onClick={() => void props.onLater?.()}>
            {t("web.actions.later")}
          </Button>
        )}
      </Group>
    </Dialog>
  );
}

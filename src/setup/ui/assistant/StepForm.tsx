import { Button, Text, Title } from "@mantine/core";
import { useRouter } from "@tanstack/react-router";
import { type FormEvent, type MouseEvent, type ReactNode, useState } from "react";
import { useT } from "#web/i18n.ts";
import { useUi } from "#web/ui.ts";
import { showProblem } from "#web/widgets/notify.tsx";
import classes from "./AssistantPage.module.css";
import { type AssistantStep, assistantPath, stepAfter, stepBefore } from "./assistant-steps.ts";

/** Leaves the focus in its field while a button is pressed: an error that appears would move the button away. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

/**
 * One step: what it is about, its fields, and back, skip, next. Enter in a field and mod+Enter anywhere go on;
 * going on saves the step.
 */
export function StepForm(props: {
  readonly step: AssistantStep;
  readonly text: string;
  /** Writes the step; `false` stays here, because something has to be corrected first. */
  readonly save: () => Promise<boolean | undefined>;
  /** Resources that the step changes. */
  readonly changes: readonly string[];
  /** A step that only adds things has nothing to skip. */
  readonly canSkip?: boolean;
  readonly children: ReactNode;
}) {
  const t = useT();
  const ui = useUi();
  const router = useRouter();
  const [isBusy, setIsBusy] = useState(false);
  const former = stepBefore(props.step);
  const goTo = (step: AssistantStep) => void router.navigate({ to: assistantPath, search: { step } });

  async function next(): Promise<void> {
    setIsBusy(true);
    try {
      if ((await props.save()) === false) return;
      await Promise.all(
        props.changes.map((resource) => ui.queries.invalidateQueries({ queryKey: [resource] })),
      );
      goTo(stepAfter(props.step));
    } catch (error) {
      showProblem(error);
    } finally {
      setIsBusy(false);
    }
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isBusy) void next();
  }

  return (
    <form
      noValidate
      onSubmit={submit}
      className={classes.form}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
      }}
    >
      <Title order={1}>{t(`setup.assistant.steps.${props.step}`)}</Title>
      <Text c="dimmed" size="sm" mb="lg" maw={560}>
        {props.text}
      </Text>
      <div className={classes.fields}>{props.children}</div>
      <div className={classes.foot}>
        {former === null ? (
          <Button variant="default" onClick={() => ui.go("/")}>
            {t("setup.assistant.later")}
          </Button>
        ) : (
          <Button variant="default" onClick={() => goTo(former)}>
            {t("web.actions.back")}
          </Button>
        )}
        <div className={classes.onward}>
          {(props.canSkip ?? true) && (
            <Button variant="subtle" onMouseDown={keepFocus} onClick={() => goTo(stepAfter(props.step))}>
              {t("web.actions.skip")}
            </Button>
          )}
          <Button type="submit" loading={isBusy} onMouseDown={keepFocus}>
            {t("web.actions.next")}
          </Button>
        </div>
      </div>
    </form>
  );
}

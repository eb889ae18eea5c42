import { Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { Link, useSearch } from "@tanstack/react-router";
import { type ComponentType, useEffect, useRef } from "react";
import { useT } from "#web/i18n.ts";
import classes from "./AssistantPage.module.css";
import { type AssistantStep, assistantPath, assistantSteps } from "./assistant-steps.ts";
import { CompanyStep } from "./CompanyStep.tsx";
import { DoneStep } from "./DoneStep.tsx";
import { ImportStep } from "./ImportStep.tsx";
import { LanguageStep } from "./LanguageStep.tsx";
import { MeStep } from "./MeStep.tsx";
import { NumbersStep } from "./NumbersStep.tsx";
import { TemplatesStep } from "./TemplatesStep.tsx";
import { UsersStep } from "./UsersStep.tsx";

const components: Readonly<Record<AssistantStep, ComponentType>> = {
  company: CompanyStep,
  language: LanguageStep,
  numbers: NumbersStep,
  me: MeStep,
  templates: TemplatesStep,
  users: UsersStep,
  import: ImportStep,
  done: DoneStep,
};

/** The first-start assistant. Each step saves when it is left, so nothing is lost by closing the page. */
export function AssistantPage() {
  const t = useT();
  const { step = "company" } = useSearch({ strict: false }) as { readonly step?: AssistantStep };
  const Step = components[step];
  const content = useRef<HTMLDivElement>(null);
  const shown = useRef(step);

  // A new step is read from its top: the focus goes to its first field, or to the step itself.
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    const field = content.current?.querySelector<HTMLElement>("[data-autofocus]");
    (field ?? content.current)?.focus();
    content.current?.closest("main")?.scrollTo({ top: 0 });
  }, [step]);

  return (
    <div className={classes.page}>
      <StepRail current={step} />
      <div className={classes.content} ref={content} tabIndex={-1}>
        <p className={classes.position} role="status">
          {t("web.wizard.step", { step: assistantSteps.indexOf(step) + 1, count: assistantSteps.length })}
        </p>
        <Step key={step} />
      </div>
    </div>
  );
}

function StepRail({ current }: { readonly current: AssistantStep }) {
  const t = useT();
  const position = assistantSteps.indexOf(current);
  return (
    <nav className={classes.rail} aria-label={t("web.wizard.steps")}>
      <Text fw={600}>{t("setup.assistant.title")}</Text>
      <Text size="xs" c="dimmed" mb="md">
        {t("setup.assistant.intro")}
      </Text>
      <ol>
        {assistantSteps.map((step, index) => (
          <li key={step}>
            <Link
              to={assistantPath}
              search={{ step }}
              className={classes.step}
              data-state={index < position ? "past" : index === position ? "current" : "ahead"}
              {...(index === position ? { "aria-current": "step" as const } : {})}
            >
              <span className={classes.mark} aria-hidden>
                {index < position ? <IconCheck size={13} stroke={2.4} /> : index + 1}
              </span>
              {t(`setup.assistant.steps.${step}`)}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

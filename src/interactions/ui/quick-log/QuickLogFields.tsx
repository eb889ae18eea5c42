import { Textarea, TextInput } from "@mantine/core";
import { lazy, Suspense, useEffect, useLayoutEffect, useRef } from "react";
import { LookupField } from "#web/fields/LookupField.tsx";
import { MoneyField, NumberField } from "#web/fields/MoneyField.tsx";
import { SwitchField } from "#web/fields/TextField.tsx";
import { TimeField } from "#web/fields/TimeField.tsx";
import { useT } from "#web/i18n.ts";
import { QuickLogAttachment } from "../attachments/QuickLogAttachment.tsx";
import { EvaluationField } from "../EvaluationField.tsx";
import { activeSalespersonSource, contactSource } from "../lookups.ts";
import classes from "./QuickLogDialog.module.css";
import { splitDescription } from "./quick-log.rules.ts";
import { TemplatePicker } from "./TemplatePicker.tsx";
import type { QuickLog } from "./use-quick-log.ts";

// The calendar is big and comes after the field that is typed into.
const DateField = lazy(async () => ({ default: (await import("#web/fields/DateField.tsx")).DateField }));

/** The fields of the quick log, in the order they are used. */
export function QuickLogFields({
  log,
  isContactFixed,
}: {
  readonly log: QuickLog;
  readonly isContactFixed: boolean;
}) {
  const t = useT();
  const { draft, values, errors, template } = log;
  const words = useRef<HTMLTextAreaElement>(null);
  const isBlank = draft.contact === null;
  const needsTemplate = !isBlank && draft.templateCode === null;

  // With contact and template known one types at once, behind what is there already.
  const begins = useRef(!isBlank && !needsTemplate);
  useLayoutEffect(() => {
    const field = words.current;
    if (!begins.current || !field) return;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }, []);

  // Once it is known with whom, what was said is typed next.
  const contactNo = draft.contact?.no;
  const former = useRef(contactNo);
  useEffect(() => {
    if (contactNo !== undefined && former.current !== contactNo) words.current?.focus();
    former.current = contactNo;
  }, [contactNo]);

  return (
    <>
      {!isContactFixed && (
        <div className={classes.half} data-wide>
          <LookupField
            label={t("interactions.facts.contact")}
            source={contactSource}
            value={draft.contact?.no ?? null}
            valueLabel={draft.contact?.name}
            error={errors.contactNo}
            autoFocus={isBlank}
            onChange={(no, option) =>
              log.chooseContact(no === null ? null : { no, name: option?.label ?? no })
            }
          />
        </div>
      )}
      <div className={isContactFixed ? classes.whole : classes.half} data-wide>
        <TemplatePicker
          templates={log.templates}
          value={draft.templateCode}
          onChange={(code) => {
            log.chooseTemplate(code);
            if (!isBlank && values.description === null) words.current?.focus();
          }}
          error={errors.interactionTemplateCode}
          hasFocus={needsTemplate}
        />
      </div>
      <div className={classes.whole}>
        <Textarea
          ref={words}
          label={t("interactions.facts.description")}
          size="md"
          autosize
          minRows={2}
          maxRows={8}
          placeholder={
            template?.description
              ? t("interactions.quickLog.descriptionFrom", { description: template.description })
              : t("interactions.quickLog.descriptionHint")
          }
          description={
            splitDescription(values.description).rest === null
              ? undefined
              : t("interactions.quickLog.overflow")
          }
          inputWrapperOrder={["label", "input", "description", "error"]}
          error={errors.description}
          value={values.description ?? ""}
          onChange={(event) => log.type({ description: event.currentTarget.value || null })}
          {...(begins.current ? { "data-autofocus": true } : {})}
        />
      </div>
      <div className={classes.result}>
        <EvaluationField value={values.evaluation} onChange={(evaluation) => log.type({ evaluation })} />
        <SwitchField
          label={t("interactions.quickLog.successful")}
          value={values.wasSuccessful}
          onChange={(wasSuccessful) => log.type({ wasSuccessful })}
        />
      </div>
      <div className={classes.quarter}>
        <Suspense fallback={<TextInput label={t("interactions.fields.date")} disabled />}>
          <DateField
            label={t("interactions.fields.date")}
            value={values.date}
            error={errors.date}
            onChange={(date) => log.type({ date })}
          />
        </Suspense>
      </div>
      <div className={classes.quarter}>
        <TimeField
          label={t("interactions.fields.time")}
          value={values.time}
          error={errors.time}
          onChange={(time) => log.type({ time })}
        />
      </div>
      <div className={classes.quarter}>
        <NumberField
          label={t("interactions.facts.duration")}
          unit={t("interactions.facts.minutes")}
          min={0}
          value={values.durationMin}
          error={errors.durationMin}
          onChange={(durationMin) => log.type({ durationMin })}
        />
      </div>
      <div className={classes.quarter}>
        <MoneyField
          label={t("interactions.fields.cost")}
          min={0}
          value={values.cost}
          error={errors.cost}
          onChange={(cost) => log.type({ cost })}
        />
      </div>
      <div className={classes.half} data-wide>
        <LookupField
          label={t("interactions.facts.salesperson")}
          source={activeSalespersonSource}
          value={values.salespersonCode}
          valueLabel={log.salespersonName}
          error={errors.salespersonCode}
          onChange={(salespersonCode) => log.type({ salespersonCode })}
        />
      </div>
      <div className={classes.half} data-wide>
        <Textarea
          label={t("interactions.facts.comment")}
          autosize
          minRows={1}
          maxRows={8}
          maxLength={2000}
          error={errors.comment}
          value={values.comment ?? ""}
          onChange={(event) => log.type({ comment: event.currentTarget.value || null })}
        />
      </div>
      <div className={classes.whole}>
        <QuickLogAttachment log={log} />
      </div>
    </>
  );
}

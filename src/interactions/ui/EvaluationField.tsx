import { Input } from "@mantine/core";
import { type KeyboardEvent, useId } from "react";
import type { Evaluation } from "#interactions/lifecycle.rules.ts";
import { useT } from "#web/i18n.ts";
import { enumKey } from "./choices.ts";
import classes from "./EvaluationField.module.css";
import { evaluationOfKey, faceOf, faces } from "./evaluation-faces.ts";

/** How it went, as five faces: click, arrows, or the keys 1 to 5. The chosen one again, or 0, takes it back. */
export function EvaluationField(props: {
  readonly value: Evaluation | null;
  readonly onChange: (value: Evaluation | null) => void;
  readonly disabled?: boolean;
}) {
  const t = useT();
  const id = useId();
  const { value, onChange, disabled = false } = props;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = evaluationOfKey(event.key);
    const isCleared = event.key === "0" || event.key === "Backspace" || event.key === "Delete";
    if (chosen === undefined && !isCleared) return;
    event.preventDefault();
    onChange(chosen ?? null);
    if (chosen) event.currentTarget.querySelector<HTMLElement>(`input[value=${chosen}]`)?.focus();
  }

  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-keys`}
      onKeyDown={onKeyDown}
    >
      <Input.Label component="div" id={`${id}-label`} labelElement="div">
        {t("interactions.fields.evaluation")}
      </Input.Label>
      <span id={`${id}-keys`} className="visually-hidden">
        {t("interactions.quickLog.evaluationKeys")}
      </span>
      <div className={classes.faces}>
        {faces.map((face, position) => {
          const isChosen = face.value === value;
          return (
            <label
              key={face.value}
              className={classes.face}
              title={`${t(enumKey(face.value))} (${position + 1})`}
              data-tone={isChosen ? face.tone : undefined}
            >
              <input
                type="radio"
                name={id}
                value={face.value}
                aria-label={t(enumKey(face.value))}
                checked={isChosen}
                disabled={disabled}
                onChange={() => onChange(face.value)}
                onClick={() => isChosen && onChange(null)}
              />
              <face.icon size={22} stroke={1.5} aria-hidden />
            </label>
          );
        })}
        {value !== null && <span className={classes.chosen}>{t(enumKey(value))}</span>}
      </div>
    </div>
  );
}

/** An evaluation to read: its face, and its name for those who hover or listen. */
export function EvaluationFace({
  value,
  hasText = false,
}: {
  readonly value: Evaluation;
  readonly hasText?: boolean;
}) {
  const t = useT();
  const face = faceOf(value);
  const name = t(enumKey(value));
  const color = face.tone === "neutral" ? "var(--mantine-color-dimmed)" : `var(--rp-${face.tone}-text)`;
  return (
    <span
      title={name}
      style={{ display: "inline-flex", gap: 5, alignItems: "center", verticalAlign: "middle", color }}
    >
      <face.icon size={18} stroke={1.6} aria-hidden />
      <span className={hasText ? undefined : "visually-hidden"}>{name}</span>
    </span>
  );
}

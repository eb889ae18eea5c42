import { TextInput } from "@mantine/core";
import { IconCircleDot, IconHelpCircle } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useT } from "#web/i18n.ts";
import { problemText } from "#web/widgets/notify.tsx";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import type { QuestionnaireLine } from "../../lines.contract.ts";
import { questionnaireLengths } from "../../questionnaire.rules.ts";
import type { LineWrites } from "./use-lines.ts";
import classes from "./Worksheet.module.css";

/** What a key does to a line. */
export type LineCommand =
  | "insertAnswer"
  | "insertQuestion"
  | "moveUp"
  | "moveDown"
  | "remove"
  | "previous"
  | "next";

/** Keys that are pressed while the text of a line is written. */
function commandOf(event: KeyboardEvent): LineCommand | null {
  const isMod = event.ctrlKey || event.metaKey;
  if (event.nativeEvent.isComposing) return null;
  switch (event.key) {
    case "Enter":
      return isMod ? "insertQuestion" : "insertAnswer";
    case "ArrowUp":
      return event.altKey ? "moveUp" : "previous";
    case "ArrowDown":
      return event.altKey ? "moveDown" : "next";
    case "Delete":
    case "Backspace":
      return isMod ? "remove" : null;
    default:
      return null;
  }
}

/** Commands that change the questionnaire. */
const writing: ReadonlySet<LineCommand> = new Set([
  "insertAnswer",
  "insertQuestion",
  "moveUp",
  "moveDown",
  "remove",
]);

/** One line of the worksheet: its text, and what it is. */
export function WorksheetRow(props: {
  readonly line: QuestionnaireLine;
  readonly isSelected: boolean;
  readonly canWrite: boolean;
  readonly writes: LineWrites;
  readonly onSelect: () => void;
  readonly onCommand: (command: LineCommand) => void;
  readonly register: (input: HTMLInputElement | null) => void;
}) {
  const t = useT();
  const { line, canWrite } = props;
  const [text, setText] = useState(line.description ?? "");
  const [error, setError] = useState<string | null>(null);
  /** What is stored or on its way: leaving the line after a key has stored it stores nothing twice. */
  const stored = useRef(line.description);
  useEffect(() => {
    stored.current = line.description;
    setText(line.description ?? "");
  }, [line.description]);
  const isQuestion = line.type === "question";
  const Icon = isQuestion ? IconHelpCircle : IconCircleDot;

  async function save(): Promise<boolean> {
    const description = text.trim() === "" ? null : text.trim();
    if (description === stored.current) return true;
    const former = stored.current;
    stored.current = description;
    try {
      await props.writes.change(line, { description });
      setError(null);
      return true;
    } catch (problem) {
      stored.current = former;
      setError(problemText(problem));
      return false;
    }
  }

  async function onKeyDown(event: KeyboardEvent): Promise<void> {
    const command = commandOf(event);
    if (command === null || (writing.has(command) && !canWrite)) return;
    event.preventDefault();
    event.stopPropagation();
    if (command === "remove" || (await save())) props.onCommand(command);
  }

  return (
    <div
      className={classes.line}
      data-question={isQuestion || undefined}
      data-selected={props.isSelected || undefined}
    >
      <Icon size={16} stroke={1.6} aria-hidden />
      <TextInput
        ref={props.register}
        variant="unstyled"
        aria-label={t("questionnaires.editor.textOf", {
          lineNo: line.lineNo,
          type: t(`questionnaires.editor.${line.type}`),
        })}
        placeholder={t(`questionnaires.editor.${line.type}`)}
        value={text}
        error={error}
        readOnly={!canWrite}
        maxLength={questionnaireLengths.description}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
        onFocus={props.onSelect}
        onBlur={() => void save()}
        onKeyDown={(event) => void onKeyDown(event)}
      />
      <div className={classes.figures}>
        <Marks line={line} />
        {!isQuestion && line.noOfContacts > 0 && (
          <span>{t("questionnaires.editor.contacts", { count: line.noOfContacts })}</span>
        )}
      </div>
    </div>
  );
}

function Marks({ line }: { readonly line: QuestionnaireLine }) {
  const t = useT();
  if (line.contactClassField === "rating")
    return <StatusBadge tone="info">{t("questionnaires.editor.rating")}</StatusBadge>;
  if (line.autoClassification)
    return <StatusBadge tone="info">{t("questionnaires.editor.automatic")}</StatusBadge>;
  return line.multipleAnswers ? <StatusBadge>{t("questionnaires.editor.several")}</StatusBadge> : null;
}

import { Button, Group, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useT } from "#web/i18n.ts";
import type { LineWarning } from "../../classification.rules.ts";
import type { QuestionnaireLine } from "../../lines.contract.ts";
import type { LineWrites } from "./use-lines.ts";
import classes from "./Worksheet.module.css";
import { type LineCommand, WorksheetRow } from "./WorksheetRow.tsx";

/** Questions with their answers below them: typed line by line, without leaving the keyboard. */
export function Worksheet(props: {
  readonly lines: readonly QuestionnaireLine[];
  readonly warnings: ReadonlyMap<number, readonly LineWarning[]>;
  readonly writes: LineWrites;
  readonly selected: QuestionnaireLine | null;
  readonly onSelect: (line: QuestionnaireLine) => void;
  readonly canWrite: boolean;
  /** The fields of the chosen line, where they do not stand beside the list. */
  readonly below: ReactNode;
}) {
  const t = useT();
  const { lines, writes, selected, canWrite } = props;
  const inputs = useRef(new Map<number, HTMLInputElement>());
  /** The line that gets the cursor as soon as it is there. */
  const [awaited, setAwaited] = useState<number | null>(null);

  useEffect(() => {
    const input = awaited === null ? undefined : inputs.current.get(awaited);
    if (!input) return;
    input.focus();
    setAwaited(null);
  });

  function focus(line: QuestionnaireLine | undefined): void {
    if (line) inputs.current.get(line.lineNo)?.focus();
  }

  async function insert(type: "question" | "answer", after: QuestionnaireLine | null): Promise<void> {
    const line = await writes.insert(type, after);
    if (line) setAwaited(line.lineNo);
  }

  async function run(line: QuestionnaireLine, command: LineCommand): Promise<void> {
    const place = lines.indexOf(line);
    switch (command) {
      case "insertAnswer":
        return insert("answer", line);
      case "insertQuestion":
        return insert("question", line);
      case "moveUp":
      case "moveDown":
        if (line.type === "answer") await writes.move(line, command === "moveUp" ? "up" : "down");
        return setAwaited(line.lineNo);
      case "remove":
        if (await writes.remove(line)) focus(lines[place + 1] ?? lines[place - 1]);
        return;
      case "previous":
        return focus(lines[place - 1]);
      case "next":
        return focus(lines[place + 1]);
    }
  }

  const last = lines.at(-1) ?? null;
  return (
    <>
      {canWrite && <p className={classes.keys}>{t("questionnaires.editor.keys")}</p>}
      {lines.length === 0 && (
        <Text size="sm" c="dimmed" mb="sm">
          {t("questionnaires.editor.empty")}
        </Text>
      )}
      <ol className={classes.lines} aria-label={t("questionnaires.editor.lines")}>
        {lines.map((line) => (
          <li key={line.lineNo}>
            <WorksheetRow
              line={line}
              isSelected={line === selected}
              canWrite={canWrite}
              writes={writes}
              onSelect={() => props.onSelect(line)}
              onCommand={(command) => void run(line, command)}
              register={(input) => {
                if (input) inputs.current.set(line.lineNo, input);
                else inputs.current.delete(line.lineNo);
              }}
            />
            <Warnings warnings={props.warnings.get(line.lineNo) ?? []} />
            {line === selected && props.below && <div className={classes.inline}>{props.below}</div>}
          </li>
        ))}
      </ol>
      {canWrite && (
        <Group gap="xs" mb="lg">
          {last !== null && (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlus size={14} />}
              onClick={() => void insert("answer", last)}
            >
              {t("questionnaires.editor.addAnswer")}
            </Button>
          )}
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={() => void insert("question", last)}
          >
            {t("questionnaires.editor.addQuestion")}
          </Button>
        </Group>
      )}
    </>
  );
}

function Warnings({ warnings }: { readonly warnings: readonly LineWarning[] }) {
  const t = useT();
  if (warnings.length === 0) return null;
  return (
    <ul className={classes.warnings}>
      {warnings.map((warning) => (
        <li key={warning}>{t(`questionnaires.check.${warning}`)}</li>
      ))}
    </ul>
  );
}

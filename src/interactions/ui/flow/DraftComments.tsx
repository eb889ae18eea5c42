import { ActionIcon, Button, Group, Textarea } from "@mantine/core";
import { IconMessagePlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useT } from "#web/i18n.ts";
import type { CommentLine } from "./autosave.rules.ts";
import type { DraftForm } from "./use-draft.ts";

interface Row extends CommentLine {
  readonly key: number;
}

const isFilled = ({ text }: CommentLine) => text.trim() !== "";

/** The comments of a draft, on every step; saved while they are typed, like everything else. */
export function DraftComments({ form }: { readonly form: DraftForm }) {
  const t = useT();
  const [rows, setRows] = useState<readonly Row[]>(() =>
    form.comments.map(({ lineNo, text }, key) => ({ key, lineNo, text })),
  );

  /** A line gets its number once it is saved. */
  function numbered(): readonly Row[] {
    const filled = rows.filter(isFilled);
    return rows.map((row) => {
      const lineNo = row.lineNo ?? form.comments[filled.indexOf(row)]?.lineNo;
      return lineNo === undefined ? row : { ...row, lineNo };
    });
  }

  function write(change: (rows: readonly Row[]) => readonly Row[]): void {
    const next = change(numbered());
    setRows(next);
    form.enter({
      comments: next.filter(isFilled).map(({ lineNo, text }) => ({ ...(lineNo && { lineNo }), text })),
    });
  }

  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }} aria-label={t("interactions.entry.comments")}>
      {rows.map(({ key, text }, index) => (
        <Group key={key} gap={6} wrap="nowrap" align="flex-start" mb={6}>
          <Textarea
            aria-label={t("interactions.flow.comment", { number: index + 1 })}
            placeholder={t("comments.placeholder")}
            autoFocus={text === ""}
            autosize
            minRows={1}
            maxRows={8}
            maxLength={2000}
            style={{ flex: 1 }}
            value={text}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              write((all) => all.map((row) => (row.key === key ? { ...row, text: typed } : row)));
            }}
          />
          <ActionIcon
            size="lg"
            aria-label={t("interactions.flow.removeComment", { number: index + 1 })}
            onClick={() => write((all) => all.filter((row) => row.key !== key))}
          >
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconMessagePlus size={15} stroke={1.6} aria-hidden />}
        onClick={() => {
          const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
          setRows([...numbered().filter(isFilled), { key, text: "" }]);
        }}
      >
        {t("comments.add")}
      </Button>
    </fieldset>
  );
}

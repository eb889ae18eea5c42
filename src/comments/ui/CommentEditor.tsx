import { Button, Group, Textarea } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { commentLength } from "#comments/comments.rules.ts";
import { useT } from "#web/i18n.ts";

interface CommentEditorProps {
  /** Names the field. */
  readonly label: string;
  readonly saveLabel: string;
  readonly begin?: string;
  /** Whether it was saved; if not, the words stay to try again. */
  readonly onSave: (text: string) => Promise<boolean>;
  /** Where an existing comment is changed. */
  readonly onCancel?: () => void;
}

/** A comment while it is written: Ctrl + Enter saves, Escape gives up. */
export function CommentEditor({ label, saveLabel, begin = "", onSave, onCancel }: CommentEditorProps) {
  const t = useT();
  const [text, setText] = useState(begin);
  const [isSaving, setIsSaving] = useState(false);
  const isBlank = text.trim() === "";

  async function save(): Promise<void> {
    if (isBlank || isSaving) return;
    setIsSaving(true);
    if (await onSave(text.trim())) setText("");
    setIsSaving(false);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
    if (event.key === "Escape" && (onCancel || !isBlank)) {
      event.preventDefault();
      if (onCancel) onCancel();
      else setText("");
    }
  }

  return (
    <>
      <Textarea
        aria-label={label}
        placeholder={t("comments.placeholder")}
        description={isBlank ? undefined : t("comments.hint")}
        inputWrapperOrder={["label", "input", "description", "error"]}
        autosize
        minRows={1}
        maxRows={12}
        maxLength={commentLength}
        autoFocus={onCancel !== undefined}
        onFocus={(event) => {
          const { length } = event.currentTarget.value;
          event.currentTarget.setSelectionRange(length, length);
        }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {(!isBlank || onCancel) && (
        <Group gap="xs" justify="flex-end" mt={6}>
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {t("web.actions.cancel")}
            </Button>
          )}
          <Button disabled={isBlank} loading={isSaving} onClick={() => void save()}>
            {saveLabel}
          </Button>
        </Group>
      )}
    </>
  );
}

import { ActionIcon, Button, Group, Skeleton, Text, Textarea } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import {
  addComment,
  type Comment,
  changeComment,
  deleteComment,
  listComments,
} from "#interactions/log-entry.contract.ts";
import { useT } from "#web/i18n.ts";
import { useAction, useEndpoint } from "#web/query.ts";
import { useMay } from "#web/session.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { changedByInteractions } from "../resources.ts";
import classes from "./EntryComments.module.css";

const commentLength = 2_000;

/** The comments of an entry: read, add, change, delete. */
export function EntryComments({ entryNo }: { readonly entryNo: number }) {
  const t = useT();
  const may = useMay();
  const params = { entryNo: String(entryNo) };
  const { data } = useEndpoint(listComments, { params });
  const add = useAction(addComment, { alsoChanges: changedByInteractions });
  const mayWrite = may("interactions.write");
  if (!data) return <Skeleton height={40} />;
  return (
    <>
      {data.items.length === 0 && (
        <Text size="sm" c="dimmed" mb="xs">
          {t("interactions.entry.noComments")}
        </Text>
      )}
      <ul className={classes.list}>
        {data.items.map((comment) => (
          <CommentItem key={comment.lineNo} entryNo={entryNo} comment={comment} mayWrite={mayWrite} />
        ))}
      </ul>
      {mayWrite && (
        <CommentEditor
          label={t("interactions.entry.addComment")}
          saveLabel={t("interactions.entry.addComment")}
          onSave={async (text) => {
            await add.mutateAsync({ params, body: { text } });
          }}
        />
      )}
    </>
  );
}

function CommentItem(props: {
  readonly entryNo: number;
  readonly comment: Comment;
  readonly mayWrite: boolean;
}) {
  const t = useT();
  const ui = useUi();
  const format = useFormat();
  const { comment } = props;
  const [isEdited, setIsEdited] = useState(false);
  const params = { entryNo: String(props.entryNo), lineNo: String(comment.lineNo) };
  const change = useAction(changeComment, { alsoChanges: changedByInteractions });

  async function remove(): Promise<void> {
    const isMeant = await ui.ask({
      title: t("interactions.entry.deleteCommentTitle"),
      text: comment.text.slice(0, 200),
      confirmLabel: t("interactions.entry.deleteComment"),
      tone: "danger",
    });
    if (!isMeant) return;
    const done = await ui.call(deleteComment, { params }, changedByInteractions);
    if (done) ui.showSuccess(t("interactions.entry.commentDeleted"));
  }

  if (isEdited) {
    return (
      <li style={{ marginBottom: 8 }}>
        <CommentEditor
          label={t("interactions.entry.editComment")}
          saveLabel={t("web.actions.save")}
          begin={comment.text}
          onCancel={() => setIsEdited(false)}
          onSave={async (text) => {
            await change.mutateAsync({ params, body: { text } });
            setIsEdited(false);
          }}
        />
      </li>
    );
  }
  return (
    <li className={classes.comment}>
      <div className={classes.meta}>
        <span>
          {comment.author} · {format.instant(comment.createdAt)}
          {comment.lastModifiedAt !== null &&
            ` · ${t("interactions.entry.commentEdited", { moment: format.instant(comment.lastModifiedAt) })}`}
        </span>
        {props.mayWrite && (
          <span className={classes.buttons}>
            <ActionIcon
              size="sm"
              aria-label={t("interactions.entry.editComment")}
              onClick={() => setIsEdited(true)}
            >
              <IconPencil size={14} stroke={1.6} />
            </ActionIcon>
            <ActionIcon
              size="sm"
              aria-label={t("interactions.entry.deleteComment")}
              onClick={() => void remove()}
            >
              <IconTrash size={14} stroke={1.6} />
            </ActionIcon>
          </span>
        )}
      </div>
      <p className={classes.text}>{comment.text}</p>
    </li>
  );
}

function CommentEditor(props: {
  readonly label: string;
  readonly saveLabel: string;
  readonly begin?: string;
  readonly onSave: (text: string) => Promise<void>;
  readonly onCancel?: () => void;
}) {
  const t = useT();
  const [text, setText] = useState(props.begin ?? "");
  const [isSaving, setIsSaving] = useState(false);
  const { onCancel } = props;
  const isBlank = text.trim() === "";

  async function save(): Promise<void> {
    if (isBlank || isSaving) return;
    setIsSaving(true);
    try {
      await props.onSave(text.trim());
      setText("");
    } catch {
      // The action has shown why; the words stay to try again.
    } finally {
      setIsSaving(false);
    }
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
        aria-label={props.label}
        placeholder={t("interactions.entry.commentHint")}
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
            {props.saveLabel}
          </Button>
        </Group>
      )}
    </>
  );
}

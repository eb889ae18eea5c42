import { ActionIcon, Skeleton } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useT } from "#web/i18n.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { CommentEditor } from "./CommentEditor.tsx";
import classes from "./comments.module.css";

/** What is shown of a comment; every kind of record keeps the same (interactions §2.5). */
export interface ShownComment {
  readonly lineNo: number;
  readonly date: string | null;
  readonly code: string | null;
  readonly text: string;
  readonly author: string;
  readonly createdAt: string;
  readonly lastModifiedAt: string | null;
}

interface CommentListProps<Comment extends ShownComment> {
  /** `undefined` while they are on their way. */
  readonly comments: readonly Comment[] | undefined;
  readonly mayWrite: boolean;
  /** Each shows what went wrong itself and answers whether it was done. */
  readonly onAdd: (text: string) => Promise<boolean>;
  readonly onChange: (comment: Comment, text: string) => Promise<boolean>;
  readonly onRemove: (comment: Comment) => Promise<boolean>;
}

/** The comments of a record: read, add, change, delete. */
export function CommentList<Comment extends ShownComment>(props: CommentListProps<Comment>) {
  const t = useT();
  const { comments, mayWrite, onAdd } = props;
  if (!comments) return <Skeleton height={60} />;
  return (
    <div className={classes.comments}>
      {comments.length === 0 && <p className={classes.none}>{t("comments.none")}</p>}
      <ul className={classes.list}>
        {comments.map((comment) => (
          <CommentItem key={comment.lineNo} {...props} comment={comment} />
        ))}
      </ul>
      {mayWrite && <CommentEditor label={t("comments.add")} saveLabel={t("comments.add")} onSave={onAdd} />}
    </div>
  );
}

function CommentItem<Comment extends ShownComment>(
  props: CommentListProps<Comment> & { readonly comment: Comment },
) {
  const t = useT();
  const ui = useUi();
  const format = useFormat();
  const [isEdited, setIsEdited] = useState(false);
  const { comment, mayWrite, onChange, onRemove } = props;

  async function change(text: string): Promise<boolean> {
    const isDone = await onChange(comment, text);
    if (isDone) setIsEdited(false);
    return isDone;
  }

  async function remove(): Promise<void> {
    const isMeant = await ui.ask({
      title: t("comments.deleteTitle"),
      text: comment.text.slice(0, 200),
      confirmLabel: t("comments.delete"),
      tone: "danger",
    });
    if (isMeant && (await onRemove(comment))) ui.showSuccess(t("comments.deleted"));
  }

  if (isEdited)
    return (
      <li className={classes.edited}>
        <CommentEditor
          label={t("comments.edit")}
          saveLabel={t("web.actions.save")}
          begin={comment.text}
          onCancel={() => setIsEdited(false)}
          onSave={change}
        />
      </li>
    );
  return (
    <li className={classes.comment}>
      <div className={classes.meta}>
        <span>
          {[
            comment.author,
            comment.code,
            comment.date === null ? format.instant(comment.createdAt) : format.date(comment.date),
            comment.lastModifiedAt === null
              ? null
              : t("comments.edited", { moment: format.instant(comment.lastModifiedAt) }),
          ]
            .filter((part) => part !== null)
            .join(" · ")}
        </span>
        {mayWrite && (
          <span className={classes.buttons}>
            <ActionIcon size={24} aria-label={t("comments.edit")} onClick={() => setIsEdited(true)}>
              <IconPencil size={14} stroke={1.6} aria-hidden />
            </ActionIcon>
            <ActionIcon size={24} aria-label={t("comments.delete")} onClick={() => void remove()}>
              <IconTrash size={14} stroke={1.6} aria-hidden />
            </ActionIcon>
          </span>
        )}
      </div>
      <p className={classes.text}>{comment.text}</p>
    </li>
  );
}

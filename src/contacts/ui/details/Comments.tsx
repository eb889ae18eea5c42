import { ActionIcon, Button, Group, Skeleton, Textarea } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import {
  commentLength,
  type contactComments,
  type RecordComment,
  type webSourceComments,
} from "#contacts/details/comments/comments.contract.ts";
import type { Right } from "#users/rights.rules.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import classes from "./details.module.css";

interface CommentsProps {
  readonly endpoints: typeof contactComments | typeof webSourceComments;
  /** What the path of the record is made of. */
  readonly params: Readonly<Record<string, string>>;
  /** Who may write. */
  readonly right: Right;
  /** Resources whose answers a comment makes stale. */
  readonly changes?: readonly string[];
}

/** The comments of a record: read, add, change, delete. */
export function Comments({ params, right, changes = [], ...props }: CommentsProps) {
  const t = useT();
  const ui = useUi();
  // The kinds differ in their paths only.
  const endpoints = props.endpoints as typeof contactComments;
  const of = params as { no: string };
  const { data } = useEndpoint(endpoints.list, { params: of });
  const mayWrite = ui.may(right);
  if (!data) return <Skeleton height={60} />;
  return (
    <div className={classes.comments}>
      {data.items.length === 0 && <p className={classes.none}>{t("contacts.details.comments.empty")}</p>}
      <ul className={classes.rows}>
        {data.items.map((comment) => (
          <CommentItem
            key={comment.lineNo}
            endpoints={endpoints}
            params={{ ...of, lineNo: String(comment.lineNo) }}
            comment={comment}
            mayWrite={mayWrite}
            changes={changes}
          />
        ))}
      </ul>
      {mayWrite && (
        <CommentEditor
          label={t("contacts.details.comments.add")}
          saveLabel={t("contacts.details.comments.add")}
          onSave={async (text) =>
            (await ui.call(endpoints.add, { params: of, body: { text } }, changes)) !== undefined
          }
        />
      )}
    </div>
  );
}

function CommentItem(props: {
  readonly endpoints: typeof contactComments;
  readonly params: { readonly no: string; readonly lineNo: string };
  readonly comment: RecordComment;
  readonly mayWrite: boolean;
  readonly changes: readonly string[];
}) {
  const t = useT();
  const ui = useUi();
  const format = useFormat();
  const [isEdited, setIsEdited] = useState(false);
  const { endpoints, params, comment, changes } = props;
  const ifMatch = comment.version;

  async function change(text: string): Promise<boolean> {
    const done = await ui.call(endpoints.change, { params, body: { text }, ifMatch }, changes);
    if (done) setIsEdited(false);
    return done !== undefined;
  }

  async function remove(): Promise<void> {
    const isMeant = await ui.ask({
      title: t("contacts.details.comments.deleteTitle"),
      text: comment.text.slice(0, 200),
      confirmLabel: t("contacts.details.comments.delete"),
      tone: "danger",
    });
    if (isMeant && (await ui.call(endpoints.remove, { params, ifMatch }, changes)))
      ui.showSuccess(t("contacts.details.comments.deleted"));
  }

  if (isEdited) {
    return (
      <li style={{ marginBottom: 8 }}>
        <CommentEditor
          label={t("contacts.details.comments.edit")}
          saveLabel={t("web.actions.save")}
          begin={comment.text}
          onCancel={() => setIsEdited(false)}
          onSave={change}
        />
      </li>
    );
  }
  return (
    <li className={classes.comment}>
      <div className={classes.meta}>
        <span>
          {[
            comment.date === null ? format.instant(comment.createdAt) : format.date(comment.date),
            comment.code,
            comment.author,
            comment.lastModifiedAt === null
              ? null
              : t("contacts.details.comments.edited", { moment: format.instant(comment.lastModifiedAt) }),
          ]
            .filter((part) => part !== null)
            .join(" · ")}
        </span>
        {props.mayWrite && (
          <span className={classes.buttons}>
            <ActionIcon
              size="sm"
              aria-label={t("contacts.details.comments.edit")}
              onClick={() => setIsEdited(true)}
            >
              <IconPencil size={14} stroke={1.6} aria-hidden />
            </ActionIcon>
            <ActionIcon
              size="sm"
              aria-label={t("contacts.details.comments.delete")}
              onClick={() => void remove()}
            >
              <IconTrash size={14} stroke={1.6} aria-hidden />
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
  /** Whether it was saved; if not, the words stay to try again. */
  readonly onSave: (text: string) => Promise<boolean>;
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
    if (await props.onSave(text.trim())) setText("");
    setIsSaving(false);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
    if (event.key === "Escape" && onCancel) {
      event.preventDefault();
      onCancel();
    }
  }

  return (
    <>
      <Textarea
        aria-label={props.label}
        placeholder={props.label}
        description={isBlank ? undefined : t("contacts.details.comments.hint")}
        inputWrapperOrder={["label", "input", "description", "error"]}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={commentLength}
        autoFocus={onCancel !== undefined}
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

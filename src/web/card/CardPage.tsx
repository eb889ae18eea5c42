import { Button, Group, Text } from "@mantine/core";
import { type FormEvent, lazy, type ReactNode, Suspense } from "react";
import { useOffer } from "../action-registry.ts";
import type { Action, BoundAction } from "../actions.ts";
import type { CardForm } from "../form/use-card-form.ts";
import { useLeaveGuard } from "../form/use-leave-guard.ts";
import { useT } from "../i18n.ts";
import { ActionBar } from "../widgets/ActionBar.tsx";
import { type Crumb, PageHeading } from "../widgets/PageHeading.tsx";
import classes from "./CardPage.module.css";

const ConflictDialog = lazy(() => import("./ConflictDialog.tsx"));

/** A record: title and states, actions, groups of fields, facts at the side. */
export function CardPage<Subject>(props: {
  readonly title: string;
  readonly path?: readonly Crumb[];
  readonly badges?: ReactNode;
  readonly subtitle?: ReactNode;
  readonly actions?: readonly Action<Subject>[];
  readonly subject: Subject;
  /** Absent for records that are only read. */
  readonly form?: CardForm;
  /** `FactBox`es for the side. */
  readonly facts?: ReactNode;
  /** `CardGroup`s. */
  readonly children: ReactNode;
}) {
  const t = useT();
  const { form, facts } = props;
  const body = (
    <div className={classes.columns} data-facts={facts === undefined ? undefined : true}>
      <div className={classes.main}>{props.children}</div>
      {facts !== undefined && (
        <aside className={classes.facts} aria-label={t("web.form.facts")}>
          {facts}
        </aside>
      )}
    </div>
  );
  return (
    <div className={classes.page}>
      <PageHeading
        title={props.title}
        badges={props.badges}
        subtitle={props.subtitle}
        {...(props.path === undefined ? {} : { path: props.path })}
      >
        {props.actions && <ActionBar actions={props.actions} subject={props.subject} />}
      </PageHeading>
      {form === undefined ? body : <EditableBody form={form}>{body}</EditableBody>}
    </div>
  );
}

/** The form around a card: Enter and mod+S save, leaving asks, the bar at the bottom says what is unsaved. */
function EditableBody({ form, children }: { readonly form: CardForm; readonly children: ReactNode }) {
  const t = useT();
  useLeaveGuard(form.isDirty);
  const save: BoundAction = {
    key: "web.save",
    labelKey: "web.actions.save",
    shortcut: "mod+S",
    alias: "mod+Enter",
    run: () => void form.save(),
  };
  useOffer([save]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    void form.save();
  }

  return (
    <form onSubmit={submit} noValidate style={{ display: "contents" }}>
      {children}
      {/* Lets Enter save from any field, also while the bar is hidden. */}
      <button type="submit" hidden tabIndex={-1} aria-hidden />
      {form.isDirty && (
        <div className={classes.saveBar} data-no-print>
          <Text size="sm" c="dimmed" role="status">
            {form.isSaving ? t("web.form.saving") : t("web.form.unsaved")}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={form.discard} disabled={form.isSaving}>
              {t("web.actions.discard")}
            </Button>
            <Button type="submit" loading={form.isSaving}>
              {t("web.actions.save")}
            </Button>
          </Group>
        </div>
      )}
      <Suspense>{form.conflict && <ConflictDialog form={form} />}</Suspense>
    </form>
  );
}

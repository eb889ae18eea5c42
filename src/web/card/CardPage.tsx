import { Button, Group, Text } from "@mantine/core";
import { lazy, type ReactNode, Suspense } from "react";
import { useOffer } from "../action-registry.ts";
import type { Action, BoundAction } from "../actions.ts";
import type { CardForm } from "../form/use-card-form.ts";
import { useLeaveGuard } from "../form/use-leave-guard.ts";
import { useT } from "../i18n.ts";
import { ActionBar } from "../widgets/ActionBar.tsx";
import { type Crumb, PageHeading } from "../widgets/PageHeading.tsx";
import classes from "./CardPage.module.css";
import { SavingForm } from "./SavingForm.tsx";

const ConflictDialog = lazy(() => import("./ConflictDialog.tsx"));

/** A record: title and states, actions, groups of fields, facts at the side. */
export function CardPage<Subject>(props: {
  readonly title: string;
  readonly path?: readonly Crumb[];
  readonly badges?: ReactNode;
  readonly picture?: ReactNode;
  readonly subtitle?: ReactNode;
  readonly actions?: readonly Action<Subject>[];
  readonly subject: Subject;
  /** Absent for records that are only read. */
  readonly form?: CardForm;
  /** The card places `SavingForm` around its fields itself: other parts of it have forms of their own. */
  readonly placesForm?: boolean;
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
        picture={props.picture}
        subtitle={props.subtitle}
        {...(props.path === undefined ? {} : { path: props.path })}
      >
        {props.actions && <ActionBar actions={props.actions} subject={props.subject} />}
      </PageHeading>
      {form === undefined || props.placesForm ? body : <SavingForm form={form}>{body}</SavingForm>}
      {form !== undefined && <Saving form={form} />}
    </div>
  );
}

/** How a card is saved: mod+S saves, leaving asks, the bar at the bottom says what is unsaved. */
function Saving({ form }: { readonly form: CardForm }) {
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
  return (
    <>
      {form.isDirty && (
        <div className={classes.saveBar} data-no-print>
          <Text size="sm" c="dimmed" role="status">
            {form.isSaving ? t("web.form.saving") : t("web.form.unsaved")}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={form.discard} disabled={form.isSaving}>
              {t("web.actions.discard")}
            </Button>
            <Button onClick={() => void form.save()} loading={form.isSaving}>
              {t("web.actions.save")}
            </Button>
          </Group>
        </div>
      )}
      <Suspense>{form.conflict && <ConflictDialog form={form} />}</Suspense>
    </>
  );
}

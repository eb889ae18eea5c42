import { IconArrowBackUp, IconCheck, IconPlus, IconTrash } from "@tabler/icons-react";
import { logStepByStep, startFlow } from "#interactions/ui/index.ts";
import { changeTask, deleteTask, type Task } from "#tasks/tasks.contract.ts";
import { action } from "#web/actions.ts";
import type { Ui } from "#web/ui.ts";
import { tasksPath } from "./addresses.ts";

/** What a new task begins with. */
export interface TaskStart {
  readonly contact?: { readonly no: string; readonly name: string | null } | undefined;
  readonly description?: string | null | undefined;
  readonly salespersonCode?: string | null | undefined;
  readonly campaignNo?: string | null | undefined;
  readonly opportunityNo?: string | null | undefined;
}

declare module "#web/dialogs.ts" {
  interface Dialogs {
    "tasks.new": TaskStart;
  }
}

/** Resources whose answers are stale once a task is created, changed or deleted. */
export const changedByTasks = ["tasks", "interaction-log-entries", "contacts"];

export const newTask = action({
  key: "tasks.new",
  labelKey: "tasks.new",
  icon: IconPlus,
  shortcut: "N",
  tone: "primary",
  right: "tasks.write",
  run: (_, ui) => ui.openDialog("tasks.new", {}),
});

/** Marks a task as done, or opens it again; can be undone. */
async function setClosed(task: Task, closed: boolean, ui: Ui): Promise<void> {
  const params = { no: task.no };
  const done = await ui.call(changeTask, { params, body: { closed }, ifMatch: task.version }, changedByTasks);
  if (!done) return;
  const key = closed ? "tasks.completed" : "tasks.reopened";
  ui.showUndo(ui.t(key, { name: task.description }), () =>
    ui.call(changeTask, { params, body: { status: task.status } }, changedByTasks),
  );
}

/** How an interaction about a task is logged: by phone for a call, step by step otherwise (T-8, T-11). */
function flowOf({ no, type, contactNo }: Task) {
  if (contactNo === null) return null;
  return type === "phoneCall" ? ({ kind: "phoneCall", taskNo: no } as const) : { taskNo: no };
}

/** Marks a task as done and asks whether an interaction about it is to be logged. */
export async function complete(task: Task, ui: Ui): Promise<void> {
  const flow = flowOf(task);
  await setClosed(task, true, ui);
  if (flow === null || !ui.may("interactions.write")) return;
  const isMeant = await ui.ask({
    title: ui.t("tasks.logTitle", { name: task.description }),
    confirmLabel: ui.t("tasks.logNow"),
    cancelLabel: ui.t("tasks.logNot"),
  });
  if (isMeant) await startFlow(ui, flow);
}

export const taskActions = [
  action<Task>({
    key: "tasks.complete",
    labelKey: "tasks.complete",
    icon: IconCheck,
    right: "tasks.write",
    when: ({ closed }) => !closed,
    run: complete,
  }),
  action<Task>({
    key: "tasks.reopen",
    labelKey: "tasks.reopen",
    icon: IconArrowBackUp,
    right: "tasks.write",
    when: ({ closed }) => closed,
    run: (task, ui) => setClosed(task, false, ui),
  }),
  logStepByStep<Task>(flowOf),
  action<Task>({
    key: "tasks.delete",
    labelKey: "tasks.delete",
    icon: IconTrash,
    tone: "danger",
    right: "tasks.write",
    run: remove,
  }),
];

async function remove(task: Task, ui: Ui): Promise<void> {
  const name = task.description;
  const isMeant = await ui.ask({
    title: ui.t("tasks.deleteTitle", { name }),
    text: ui.t("tasks.deleteText"),
    confirmLabel: ui.t("tasks.delete"),
    tone: "danger",
  });
  if (!isMeant) return;
  const done = await ui.call(deleteTask, { params: { no: task.no }, ifMatch: task.version }, changedByTasks);
  if (!done) return;
  ui.showSuccess(ui.t("tasks.deleted", { name }));
  ui.go(tasksPath);
}

import { type ComponentType, type LazyExoticComponent, lazy, useSyncExternalStore } from "react";
import { holdTyping } from "./hold-typing.ts";
import { loadLaterTexts } from "./i18n.ts";

/**
 * Dialogs that an action can open by name, with the properties each takes. A module adds its own:
 * `declare module "#web/dialogs.ts" { interface Dialogs { recordInteraction: { contactNo: string } } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the modules
export interface Dialogs {}

/** What every dialog is given besides its own properties. */
export interface DialogFrame {
  readonly onClose: () => void;
  /** Closes and says that what the dialog is for was done. */
  readonly onDone: () => void;
}

/** A dialog's component, loaded when it is first opened. */
export type DialogComponents = {
  readonly [Name in keyof Dialogs]: ComponentType<Dialogs[Name] & DialogFrame>;
};

/** A dialog that comes with its code and its texts when it is first opened, on whatever page. */
export function lazyDialog<Props>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    const [module] = await Promise.all([load(), loadLaterTexts()]);
    return module;
  });
}

/** A question before something that cannot be undone. */
export interface Question {
  readonly title: string;
  readonly text?: string | undefined;
  /** Says what will happen: "Delete 3 contacts", never "OK". */
  readonly confirmLabel: string;
  readonly cancelLabel?: string | undefined;
  readonly tone?: "danger" | undefined;
  /** The answer that has the focus; `cancel` unless said. */
  readonly preselects?: "confirm" | undefined;
}

export type OpenDialog =
  | {
      readonly id: number;
      readonly kind: "dialog";
      readonly name: string;
      readonly props: object;
      readonly close: (isDone: boolean) => void;
    }
  | {
      readonly id: number;
      readonly kind: "question";
      readonly question: Question;
      readonly answer: (isConfirmed: boolean) => void;
    };

let open: readonly OpenDialog[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function show(dialogs: readonly OpenDialog[]): void {
  open = dialogs;
  for (const listener of listeners) listener();
}

/** Opens a dialog by its name, over those already open; answers whether it did what it is for, once it is closed. */
export function openDialog<Name extends keyof Dialogs>(name: Name, props: Dialogs[Name]): Promise<boolean> {
  holdTyping();
  return openQuietly(name, props);
}

/** Opens a dialog that nobody waits for with the hands on the keys: what is typed meanwhile goes where it is typed. */
export function openQuietly<Name extends keyof Dialogs>(name: Name, props: Dialogs[Name]): Promise<boolean> {
  return new Promise((resolve) => {
    const id = ++lastId;
    const close = (isDone: boolean) => {
      closeDialog(id);
      resolve(isDone);
    };
    show([...open, { id, kind: "dialog", name, props: props as object, close }]);
  });
}

/** Asks and waits for the answer; closing the question is a no. */
export function ask(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const id = ++lastId;
    const answer = (isConfirmed: boolean) => {
      closeDialog(id);
      resolve(isConfirmed);
    };
    show([...open, { id, kind: "question", question, answer }]);
  });
}

function closeDialog(id: number): void {
  show(open.filter((dialog) => dialog.id !== id));
}

export function useOpenDialogs(): readonly OpenDialog[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
}

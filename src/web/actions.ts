import type { TablerIcon } from "@tabler/icons-react";
import type { Right } from "#users/rights.rules.ts";
import type { TextKey, Translate } from "./i18n.ts";
import type { Ui } from "./ui.ts";

/**
 * Something a person can do. Toolbar, row menu, shortcut dialog and command palette all draw from this.
 * `Subject` is what it is done to: a record, or nothing for a command of the whole program.
 */
export interface Action<Subject = void> {
  /** `module.verb`, unique. */
  readonly key: string;
  readonly labelKey: TextKey;
  /** A shorter label for buttons, where the icon and the place say the rest. */
  readonly buttonKey?: TextKey;
  /** The whole sentence with what it is done to: the tooltip and the name of a button. It holds the button's label. */
  readonly hint?: (subject: Subject, t: Translate) => string;
  readonly icon?: TablerIcon;
  /** As `shortcuts.rules.ts` reads it: `mod+I`, `N`, `G H`. */
  readonly shortcut?: string;
  /** A second way to press it, shown in the shortcut dialog only. */
  readonly alias?: string;
  /** Without this right the action is not shown at all. */
  readonly right?: Right;
  /** Whether it makes sense for this subject; where not, it is not offered. */
  readonly when?: (subject: Subject) => boolean;
  /** A promise is waited for; `false` says that nothing was done, as when a question was answered with no. */
  readonly run: (subject: Subject, ui: Ui) => unknown;
  /** `primary`: the one a page is for. `danger`: cannot be undone. */
  readonly tone?: "primary" | "danger";
  /**
   * Key of a command of the whole program whose place this takes while it is offered: its button in the frame and its
   * shortcut then do this.
   */
  readonly insteadOf?: string;
}

/** Declares an action; exists so that the subject is inferred or named once. */
export function action<Subject = void>(definition: Action<Subject>): Action<Subject> {
  return definition;
}

/** An action with its subject: ready to be drawn and run. */
export interface BoundAction {
  readonly key: string;
  readonly labelKey: TextKey;
  readonly buttonKey?: TextKey | undefined;
  readonly hint?: string | undefined;
  readonly icon?: TablerIcon | undefined;
  readonly shortcut?: string | undefined;
  readonly alias?: string | undefined;
  readonly tone?: "primary" | "danger" | undefined;
  readonly insteadOf?: string | undefined;
  readonly run: () => unknown;
}

/** Those of the actions that the user may do and that make sense for the subject. */
export function bindActions<Subject>(
  actions: readonly Action<Subject>[],
  subject: Subject,
  ui: Ui,
): BoundAction[] {
  return actions
    .filter((candidate) => ui.may(candidate.right) && (candidate.when?.(subject) ?? true))
    .map(({ when: _when, right: _right, hint, run, ...rest }) => ({
      ...rest,
      hint: hint?.(subject, ui.t),
      run: () => run(subject, ui),
    }));
}

/** The whole sentence behind a button's short label. */
export function hintProps({ hint }: Pick<BoundAction, "hint">) {
  return hint === undefined ? {} : { title: hint, "aria-label": hint };
}

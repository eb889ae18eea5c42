import { type ComponentType, lazy, Suspense } from "react";
import { type DialogFrame, useOpenDialogs } from "../dialogs.ts";
import { useModules } from "../ui-module.ts";

const ConfirmDialog = lazy(() => import("../widgets/ConfirmDialog.tsx"));

/** Draws the dialogs that actions opened, the last one on top. */
export function DialogHost() {
  const dialogs = useOpenDialogs();
  const components = Object.assign({}, ...useModules().map((module) => module.dialogs)) as Partial<
    Record<string, ComponentType<DialogFrame>>
  >;
  return (
    <Suspense>
      {dialogs.map((dialog) => {
        if (dialog.kind === "question") {
          return <ConfirmDialog key={dialog.id} question={dialog.question} onAnswer={dialog.answer} />;
        }
        const Dialog = components[dialog.name];
        if (!Dialog) throw new Error(`no module offers the dialog ${dialog.name}`);
        return (
          <Dialog
            key={dialog.id}
            {...dialog.props}
            onClose={() => dialog.close(false)}
            onDone={() => dialog.close(true)}
          />
        );
      })}
    </Suspense>
  );
}

import {
  changeSavedView,
  clearDefaultView,
  createSavedView,
  deleteSavedView,
  type SavedView,
  type SavedViewChange,
  setDefaultView,
} from "#views/views.contract.ts";
import { call } from "../../api-client.ts";
import { refresh } from "../../query.ts";
import { useUi } from "../../ui.ts";
import type { ChangeSearch } from "../use-list-search.ts";
import { searchOf, type ViewContent } from "./view-state.rules.ts";

const resource = "saved-views";

interface Shown {
  readonly list: string;
  readonly known: readonly string[];
  readonly content: ViewContent;
  readonly change: ChangeSearch;
  /** Forgets columns that were chosen on top of a view's. */
  readonly resetColumns: (view: Pick<SavedView, "id"> | null) => void;
}

/** What can be done with views; all of it can be undone. */
export function useViewCommands({ list, known, content, change, resetColumns }: Shown) {
  const ui = useUi();
  const { t } = ui;
  const idOf = ({ id }: Pick<SavedView, "id">) => ({ params: { id: String(id) } });

  function show(view: SavedView | null): void {
    resetColumns(view);
    change(searchOf(view, known));
  }

  async function alter(view: SavedView, body: SavedViewChange): Promise<SavedView | undefined> {
    const done = await ui.call(changeSavedView, { ...idOf(view), body, ifMatch: view.version });
    return done?.result;
  }

  async function makeDefault(view: SavedView, isDefault: boolean): Promise<boolean> {
    return (await ui.call(isDefault ? setDefaultView : clearDefaultView, idOf(view))) !== undefined;
  }

  return {
    show,

    /** @throws ProblemError, whose objections stand at the fields of the form */
    create: async (values: { readonly name: string; readonly shared: boolean }): Promise<void> => {
      const { query, columns } = content;
      const body = { list, ...values, query: { ...query }, columns: columns && [...columns] };
      const view = await call(createSavedView, { body });
      await refresh(ui.queries, [resource]);
      show(view);
      ui.showUndo(t("web.views.saved", { name: view.name }), async () => {
        await ui.call(deleteSavedView, idOf(view));
      });
    },

    /** @throws ProblemError, whose objections stand at the fields of the form */
    rename: async (view: SavedView, name: string): Promise<void> => {
      const renamed = await call(changeSavedView, {
        ...idOf(view),
        body: { name },
        ifMatch: view.version,
      });
      await refresh(ui.queries, [resource]);
      ui.showUndo(t("web.views.renamed", { name }), () => alter(renamed, { name: view.name }));
    },

    save: async (view: SavedView): Promise<void> => {
      const { query, columns } = content;
      const saved = await alter(view, { query: { ...query }, columns: columns && [...columns] });
      if (!saved) return;
      resetColumns(view);
      ui.showUndo(t("web.views.saved", { name: view.name }), () =>
        alter(saved, { query: view.query, columns: view.columns }),
      );
    },

    share: async (view: SavedView, shared: boolean): Promise<void> => {
      const changed = await alter(view, { shared });
      if (!changed) return;
      ui.showUndo(t(shared ? "web.views.nowShared" : "web.views.nowOwn", { name: view.name }), () =>
        alter(changed, { shared: !shared }),
      );
    },

    setDefault: async (view: SavedView, former: SavedView | null): Promise<void> => {
      if (!(await makeDefault(view, true))) return;
      ui.showUndo(t("web.views.nowDefault", { name: view.name }), () =>
        former ? makeDefault(former, true) : makeDefault(view, false),
      );
    },

    clearDefault: async (view: SavedView): Promise<void> => {
      if (!(await makeDefault(view, false))) return;
      ui.showUndo(t("web.views.noDefault"), () => makeDefault(view, true));
    },

    remove: async (view: SavedView, isShown: boolean): Promise<void> => {
      // First, or the list would name a view that is gone.
      if (isShown) show(null);
      if (!(await ui.call(deleteSavedView, { ...idOf(view), ifMatch: view.version }))) return;
      ui.showUndo(t("web.views.deleted", { name: view.name }), async () => {
        const { name, query, columns, shared } = view;
        const again = await ui.call(createSavedView, { body: { list, name, query, columns, shared } });
        if (again && view.isDefault) await makeDefault(again.result, true);
        if (again && isShown) show(again.result);
      });
    },
  };
}

export type ViewCommands = ReturnType<typeof useViewCommands>;

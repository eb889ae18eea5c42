import { useRef, useState } from "react";
import type { ImportSettings } from "#imports/import-settings.rules.ts";
import { changeImport, type Import } from "#imports/imports.contract.ts";
import { refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";

/** Settings of an import as forms change them. */
export type SettingsChange = Partial<Pick<Import, Exclude<keyof ImportSettings, "kind">>>;

/**
 * Changes how a file is read, one change after the other: what is chosen shows at once, and a second choice builds on
 * the first, however slow the connection is.
 */
export function useImportChanges(record: Import) {
  const ui = useUi();
  const [ahead, setAhead] = useState<SettingsChange>({});
  const waiting = useRef(0);
  const version = useRef(record.version);
  const queue = useRef(Promise.resolve());

  async function send(body: SettingsChange): Promise<void> {
    const params = { id: record.id };
    const done = await ui.call(changeImport, { params, body, ifMatch: version.current });
    if (done) version.current = done.result.version;
    else await refresh(ui.queries, ["imports"]);
    waiting.current--;
    if (waiting.current === 0) setAhead({});
  }

  function change(body: SettingsChange): void {
    if (waiting.current === 0) version.current = record.version;
    waiting.current++;
    setAhead((before) => ({ ...before, ...body }));
    queue.current = queue.current.then(() => send(body));
  }

  return {
    /** The import as it will be. */
    shown: { ...record, ...ahead },
    isChanging: Object.keys(ahead).length > 0,
    change,
    /** Resolves when every change has been sent. */
    settled: () => queue.current,
  };
}

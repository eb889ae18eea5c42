import { Text } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { contactSource } from "#contacts/ui/pickers.ts";
import { createSegmentLine, listSegmentLines } from "#segments/segment-lines.contract.ts";
import type { Segment } from "#segments/segments.contract.ts";
import { action } from "#web/actions.ts";
import { call } from "#web/api-client.ts";
import { LookupField } from "#web/fields/LookupField.tsx";
import type { LookupOption, LookupSource } from "#web/fields/lookup.ts";
import { type TextKey, useT } from "#web/i18n.ts";
import { refresh } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { showProblem } from "#web/widgets/notify.tsx";
import { changedBySegments } from "../actions.ts";
import classes from "./SegmentLines.module.css";

const fieldId = "add-segment-contacts";

export const goToAdd = action<Segment>({
  key: "segments.lines.goToAdd",
  labelKey: "segments.lines.goToAdd",
  icon: IconUserPlus,
  shortcut: "A",
  tone: "primary",
  right: "segments.edit",
  run: () => document.querySelector<HTMLElement>(`#${fieldId} input`)?.focus(),
});

/** Whoever leaves the field has not said that a contact is meant. */
const chosenSource: LookupSource = { ...contactSource, takesOnlyOne: false };

/**
 * Puts one contact after the other on the segment: the field is free again at once, those chosen are added one by one
 * in their order, and a line below says what became of the last one.
 */
export function AddContacts(props: { readonly segment: Segment; readonly hasFocus: boolean }) {
  const t = useT();
  const ui = useUi();
  const params = { no: props.segment.no };
  const queue = useRef(Promise.resolve());
  const [said, setSaid] = useState<{ readonly key: TextKey; readonly name: string } | null>(null);

  async function add({ value: contactNo, label: name }: LookupOption): Promise<void> {
    setSaid({ key: "segments.lines.adding", name });
    try {
      const isAgain =
        (await call(listSegmentLines, { params, query: { contactNo, limit: "1" } })).items.length > 0;
      await call(createSegmentLine, { params, body: { contactNo } });
      setSaid({ key: isAgain ? "segments.lines.addedAgain" : "segments.lines.added", name });
      void refresh(ui.queries, changedBySegments);
    } catch (error) {
      setSaid({ key: "segments.lines.notAdded", name });
      showProblem(error);
    }
  }

  return (
    <div id={fieldId} className={classes.add}>
      <LookupField
        label={t("segments.lines.addLabel")}
        description={t("segments.lines.addHint")}
        source={chosenSource}
        value={null}
        autoFocus={props.hasFocus}
        onChange={(_, option) => {
          if (option) queue.current = queue.current.then(() => add(option));
        }}
      />
      <Text size="sm" c="dimmed" role="status" className={classes.said}>
        {said && t(said.key, { name: said.name })}
      </Text>
    </div>
  );
}

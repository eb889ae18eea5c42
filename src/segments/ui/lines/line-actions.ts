import { IconPencil, IconUser, IconUserMinus } from "@tabler/icons-react";
import { contactHref } from "#contacts/ui/index.ts";
import {
  createSegmentLines,
  maximumLinesAtOnce,
  type NewSegmentLine,
  removeSegmentLines,
  type SegmentLine,
} from "#segments/segment-lines.contract.ts";
import { action } from "#web/actions.ts";
import type { Ui } from "#web/ui.ts";
import { changedBySegments } from "../actions.ts";

export const changeLine = action<SegmentLine>({
  key: "segments.lines.change",
  labelKey: "segments.lines.change",
  icon: IconPencil,
  right: "segments.edit",
  run: (line, ui) => ui.openDialog("segments.line", { line }),
});

export const openContact = action<SegmentLine>({
  key: "segments.lines.openContact",
  labelKey: "segments.lines.openContact",
  icon: IconUser,
  right: "contacts.read",
  when: ({ contactNo }) => contactNo !== null,
  run: ({ contactNo }, ui) => ui.go(contactHref(contactNo ?? "")),
});

const removeLine = action<SegmentLine>({
  key: "segments.lines.remove",
  labelKey: "segments.lines.remove",
  icon: IconUserMinus,
  tone: "danger",
  right: "segments.edit",
  run: (line, ui) => removeLines([line], ui),
});

const removeSelected = action<readonly SegmentLine[]>({
  key: "segments.lines.removeSelected",
  labelKey: "segments.lines.removeSelected",
  tone: "danger",
  right: "segments.edit",
  run: removeLines,
});

export const lineActions = [changeLine, openContact, removeLine];
export const selectionActions = [removeSelected];

/** Takes lines off their segment, and offers to put them back as they were; `false` says that some are still there. */
export async function removeLines(lines: readonly SegmentLine[], ui: Ui): Promise<boolean> {
  const removed: SegmentLine[] = [];
  for (const some of inParts(lines)) {
    const body = { lineNos: some.map(({ lineNo }) => lineNo) };
    const done = await ui.call(removeSegmentLines, { params: pathOf(some), body }, changedBySegments);
    if (!done) break;
    removed.push(...some);
  }
  if (removed.length > 0) {
    ui.showUndo(ui.t("segments.lines.removed", { count: removed.length }), () => putBack(removed, ui));
  }
  return removed.length === lines.length;
}

async function putBack(lines: readonly SegmentLine[], ui: Ui): Promise<void> {
  for (const some of inParts(lines)) {
    const body = { items: some.map(valuesOf) };
    if (!(await ui.call(createSegmentLines, { params: pathOf(some), body }, changedBySegments))) return;
  }
}

function pathOf([line]: readonly SegmentLine[]) {
  return { no: line?.segmentNo ?? "" };
}

function valuesOf(line: SegmentLine): NewSegmentLine {
  const { contactNo, contactAltAddressCode, campaignNo, salespersonCode, description, date } = line;
  return { contactNo, contactAltAddressCode, campaignNo, salespersonCode, description, date };
}

/** In the order of the segment, as many at once as the server takes. */
function inParts(lines: readonly SegmentLine[]): (readonly SegmentLine[])[] {
  const ordered = lines.toSorted((one, other) => one.lineNo - other.lineNo);
  return Array.from({ length: Math.ceil(ordered.length / maximumLinesAtOnce) }, (_, part) =>
    ordered.slice(part * maximumLinesAtOnce, (part + 1) * maximumLinesAtOnce),
  );
}

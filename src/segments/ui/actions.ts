import { IconPlus, IconSpeakerphone, IconTrash } from "@tabler/icons-react";
import { campaignHref } from "#campaigns/ui/index.ts";
import type { SegmentLine } from "#segments/segment-lines.contract.ts";
import { deleteSegment, type Segment } from "#segments/segments.contract.ts";
import { action } from "#web/actions.ts";
import type { Ui } from "#web/ui.ts";
import { segmentsPath } from "./addresses.ts";

declare module "#web/dialogs.ts" {
  interface Dialogs {
    "segments.new": Record<never, never>;
    "segments.line": { readonly line: SegmentLine };
  }
}

/** Resources whose answers are stale once a segment or its lines change; contacts know what they are on. */
export const changedBySegments = ["segments", "contacts"] as const;

export function nameOf({ no, description }: Pick<Segment, "no" | "description">): string {
  return description ?? no;
}

export const newSegment = action({
  key: "segments.new",
  labelKey: "segments.new",
  icon: IconPlus,
  shortcut: "N",
  tone: "primary",
  right: "segments.write",
  run: (_, ui) => ui.openDialog("segments.new", {}),
});

export const segmentActions = [
  action<Segment>({
    key: "segments.campaign",
    labelKey: "segments.campaign",
    icon: IconSpeakerphone,
    right: "campaigns.read",
    when: ({ campaignNo }) => campaignNo !== null,
    run: ({ campaignNo }, ui) => ui.go(campaignHref(campaignNo ?? "")),
  }),
  action<Segment>({
    key: "segments.delete",
    labelKey: "segments.delete",
    icon: IconTrash,
    tone: "danger",
    right: "segments.write",
    run: remove,
  }),
];

async function remove(segment: Segment, ui: Ui): Promise<void> {
  const name = nameOf(segment);
  const isMeant = await ui.ask({
    title: ui.t("segments.deleteTitle", { name }),
    text: ui.t("segments.deleteText", { count: segment.lineCount }),
    confirmLabel: ui.t("segments.delete"),
    tone: "danger",
  });
  if (!isMeant) return;
  const args = { params: { no: segment.no }, ifMatch: segment.version };
  if (!(await ui.call(deleteSegment, args, changedBySegments))) return;
  ui.showSuccess(ui.t("segments.deleted", { name }));
  ui.go(segmentsPath);
}

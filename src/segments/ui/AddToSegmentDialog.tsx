import { Button, Group, List, SegmentedControl, Stack, Text } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { createSegmentLines } from "#segments/segment-lines.contract.ts";
import { createSegment, listSegments, type Segment } from "#segments/segments.contract.ts";
import { call } from "#web/api-client.ts";
import type { DialogFrame } from "#web/dialogs.ts";
import { LookupField } from "#web/fields/LookupField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { FormButtons } from "#web/form/FormButtons.tsx";
import { useT } from "#web/i18n.ts";
import { refresh, useEndpoint } from "#web/query.ts";
import { useMay } from "#web/session.ts";
import { useUi } from "#web/ui.ts";
import { Dialog } from "#web/widgets/Dialog.tsx";
import { showProblem } from "#web/widgets/notify.tsx";
import { changedBySegments, nameOf } from "./actions.ts";
import { segmentHref } from "./addresses.ts";
import { type AddedContact, type Outcome, outcomeOf } from "./contact/outcome.rules.ts";
import { segmentSource } from "./lookups.ts";

type Mode = "open" | "new";
type Target = Pick<Segment, "no" | "description">;
interface Done extends Outcome {
  readonly segment: Target;
}

/**
 * Puts contacts on an open segment, or on a new one, with one request. Nobody comes on it twice; who may not be on it is
 * left out and named.
 */
export default function AddToSegmentDialog(
  props: DialogFrame & { readonly contacts: readonly AddedContact[] },
) {
  const t = useT();
  const ui = useUi();
  const { contacts } = props;
  const [first, ...others] = contacts;
  const [done, setDone] = useState<Done | null>(null);
  const title =
    first !== undefined && others.length === 0
      ? t("contactSegments.titleNamed", { name: first.name ?? first.no })
      : t("contactSegments.title", { count: contacts.length });

  async function add(segment: Target): Promise<void> {
    const body = {
      items: contacts.map(({ no }) => ({ contactNo: no })),
      allowExisting: false,
      skipRefused: true,
    };
    const answer = await call(createSegmentLines, { params: { no: segment.no }, body });
    await refresh(ui.queries, changedBySegments);
    const outcome = outcomeOf(answer, contacts);
    if (outcome.added < contacts.length) return setDone({ ...outcome, segment });
    props.onDone();
    ui.showOffer(
      t("contactSegments.added", { count: outcome.added, name: nameOf(segment) }),
      t("contactSegments.show"),
      () => ui.go(segmentHref(segment.no)),
    );
  }

  return (
    <Dialog onClose={done ? props.onDone : props.onClose} title={title}>
      {done ? (
        <Result done={done} onDone={props.onDone} />
      ) : (
        <TargetForm onCancel={props.onClose} onChosen={add} />
      )}
    </Dialog>
  );
}

/** Asks for the segment: one of the open ones, or the description of a new one. */
function TargetForm(props: {
  readonly onCancel: () => void;
  readonly onChosen: (segment: Target) => Promise<void>;
}) {
  const t = useT();
  const mayCreate = useMay()("segments.write");
  const { data } = useEndpoint(listSegments, { query: { limit: "1" } });
  const [asked, setAsked] = useState<Mode | null>(null);
  const [chosen, setChosen] = useState<{ readonly no: string; readonly description: string } | null>(null);
  const [description, setDescription] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  /** Created already, when adding failed afterwards: the next try takes it. */
  const created = useRef<Segment | null>(null);
  const mode = mayCreate ? (asked ?? (data?.items.length === 0 ? "new" : "open")) : "open";

  async function segment(): Promise<Target | null> {
    if (mode === "open") return chosen;
    const wanted = description?.trim();
    if (!wanted) return null;
    if (created.current?.description !== wanted)
      created.current = await call(createSegment, { body: { description: wanted } });
    return created.current;
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isSaving) return;
    setIsSaving(true);
    try {
      const target = await segment();
      if (target) await props.onChosen(target);
      else setError(t(mode === "open" ? "contactSegments.chooseSegment" : "contactSegments.describe"));
    } catch (problem) {
      showProblem(problem);
    } finally {
      setIsSaving(false);
    }
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        {mayCreate && (
          <SegmentedControl
            aria-label={t("contactSegments.mode")}
            value={mode}
            onChange={(next) => {
              setAsked(next as Mode);
              setError(null);
            }}
            data={[
              { value: "open", label: t("contactSegments.openSegment") },
              { value: "new", label: t("contactSegments.fresh") },
            ]}
          />
        )}
        {mode === "open" ? (
          <LookupField
            key="open"
            label={t("contactSegments.segment")}
            required
            autoFocus
            source={segmentSource}
            value={chosen?.no ?? null}
            valueLabel={chosen?.description}
            error={error}
            onChange={(no, option) => {
              setChosen(no === null ? null : { no, description: option?.label ?? no });
              setError(null);
            }}
          />
        ) : (
          <TextField
            key="new"
            label={t("fields.description")}
            required
            autoFocus
            maxLength={100}
            value={description}
            error={error}
            onChange={(next) => {
              setDescription(next);
              setError(null);
            }}
          />
        )}
        <FormButtons
          submitLabel={t(mode === "open" ? "contactSegments.add" : "contactSegments.create")}
          isSaving={isSaving}
          onCancel={props.onCancel}
        />
      </Stack>
    </form>
  );
}

const namesShown = 10;

/** How many came on the segment, how many were there, and who could not come and why. */
function Result({ done, onDone }: { readonly done: Done; readonly onDone: () => void }) {
  const t = useT();
  const ui = useUi();
  const { added, existing, refusals, segment } = done;
  return (
    <Stack gap="sm">
      <div role="status">
        <Text size="sm">{t("contactSegments.added", { count: added, name: nameOf(segment) })}</Text>
        {existing > 0 && <Text size="sm">{t("contactSegments.existing", { count: existing })}</Text>}
      </div>
      {refusals.map(({ code, names }) => (
        <div key={code}>
          <Text size="sm">{t(`contactSegments.refusals.${code}`, { count: names.length })}</Text>
          <List size="sm">
            {names.slice(0, namesShown).map((name) => (
              <List.Item key={name}>{name}</List.Item>
            ))}
          </List>
          {names.length > namesShown && (
            <Text size="sm" c="dimmed">
              {t("contactSegments.andMore", { count: names.length - namesShown })}
            </Text>
          )}
        </div>
      ))}
      <Group justify="flex-end" gap="xs">
        <Button
          variant="default"
          onClick={() => {
            onDone();
            ui.go(segmentHref(segment.no));
          }}
        >
          {t("contactSegments.show")}
        </Button>
        <Button data-autofocus autoFocus onClick={onDone}>
          {t("web.actions.close")}
        </Button>
      </Group>
    </Stack>
  );
}

import { useEffect, useRef, useState } from "react";
import { getContact } from "#contacts/contacts.contract.ts";
import { NewInteraction } from "#interactions/log-entry.contract.ts";
import { getSalesperson } from "#salespeople/salespeople.contract.ts";
import { checkValues } from "#web/form/issues.ts";
import { dayAndTimeOf } from "#web/format.ts";
import type { Translate } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import type { UploadState } from "../attachments/AttachmentChoice.tsx";
import { openFlow } from "../flow/open-flow.ts";
import { useTemplates } from "../use-templates.ts";
import {
  beginDraft,
  closedDraftOf,
  findDraft,
  forgetDraft,
  type KeptDraft,
  keepDraft,
  takeUp,
} from "./drafts.ts";
import type { QuickLogProps } from "./open-quick-log.ts";
import {
  flowInputOf,
  type InteractionInput,
  isWorthKeeping,
  type LogContact,
  type QuickLogFacts,
  requestOf,
  shownValues,
  type TypedValues,
  withContact,
  withTemplate,
  withTyped,
} from "./quick-log.rules.ts";
import { sendDraft } from "./send-draft.tsx";

/** The logic of the quick log: its draft, what follows from template and contact, errors, logging and leaving. */
export function useQuickLog(props: QuickLogProps, onClose: () => void) {
  const ui = useUi();
  const { t, session } = ui;
  const userId = session.user.id;
  const moment = () => {
    const { day, time } = dayAndTimeOf(new Date(), session.company.timeZone);
    return { date: day, time: `${time.slice(0, 5)}:00` };
  };
  const [draft, setDraft] = useState(() => openedDraft(userId, props, moment()));
  const [isContinued, setIsContinued] = useState(() => findDraft(userId, draft.id) !== undefined);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>(() => refusedFields(draft));
  const templates = useTemplates();
  const { facts, salespeople, isBlocked } = useFacts(draft, templates, session.user.salespersonCode);
  const values = shownValues(draft, facts);

  const isOpen = useIsOpen();
  /** How far a file that goes along has come, and whether somebody has already pressed *Log*. */
  const [upload, setUpload] = useState<UploadState>("arrived");
  const [isWaiting, setIsWaiting] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes on when the file is there, or stays when it is not
  useEffect(() => {
    if (!isWaiting || upload === "going") return;
    setIsWaiting(false);
    if (upload === "arrived") log();
  }, [isWaiting, upload]);

  function take(next: KeptDraft): void {
    // A file that arrives after the form was closed.
    if (!isOpen.current) return;
    setDraft(next);
    if (isWorthKeeping(next)) keepDraft(userId, next);
    else forgetDraft(userId, next.id);
  }

  // A template that was archived or deleted since it was used last cannot be preset.
  const isTemplateGone = templates !== undefined && draft.templateCode !== null && facts.template === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when the templates have come
  useEffect(() => {
    if (isTemplateGone) take({ ...draft, ...withTemplate(draft, null) });
  }, [isTemplateGone]);

  // A draft that continues what a reload or a refusal interrupted belongs to this tab from now on.
  const isTaken = useRef(false);
  useEffect(() => {
    if (isTaken.current || !isContinued) return;
    isTaken.current = true;
    keepDraft(userId, draft);
  }, [userId, draft, isContinued]);

  function log(): void {
    if (upload === "going") {
      setIsWaiting(true);
      return;
    }
    const request = requestOf(draft, facts);
    const found = objections(request, facts, t);
    setErrors(found);
    if (Object.keys(found).length > 0) {
      requestAnimationFrame(() => document.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
      return;
    }
    onClose();
    void sendDraft(ui, userId, draft, request);
  }

  /** Closes the form; what was typed is kept, and comes back with the same contact. */
  function leave(): void {
    if (isWorthKeeping(draft)) {
      keepDraft(userId, { ...draft, state: "closed", refusal: null });
      const name = draft.contact?.name;
      ui.showSuccess(
        name === undefined
          ? t("interactions.quickLog.keptNameless")
          : t("interactions.quickLog.kept", { name }),
      );
    } else forgetDraft(userId, draft.id);
    onClose();
  }

  return {
    draft,
    values,
    templates,
    template: facts.template,
    contact: facts.contact,
    salespersonName: salespeople.find((person) => person?.code === values.salespersonCode)?.name ?? null,
    errors,
    refusal: draft.refusal,
    isContinued,
    upload: setUpload,
    /** Logs as soon as the file has arrived. */
    isWaiting,
    /** Nothing new may be recorded about the contact. */
    isBlocked,
    type: (typed: TypedValues) => {
      take({ ...draft, ...withTyped(draft, typed) });
      setErrors(withoutFields(errors, Object.keys(typed)));
    },
    chooseTemplate: (code: string | null) => {
      take({ ...draft, ...withTemplate(draft, code) });
      setErrors(withoutFields(errors, ["interactionTemplateCode", "description"]));
    },
    chooseContact: (contact: LogContact | null) => {
      take({ ...draft, ...withContact(draft, contact) });
      setErrors(withoutFields(errors, ["contactNo"]));
    },
    log,
    leave,
    /** Goes on in the guided flow, with everything that was typed. */
    goStepByStep: async (isContactFixed: boolean) => {
      const { contact } = draft;
      const no = contact === null ? {} : { contactNo: contact.no };
      const typed = flowInputOf(draft);
      const isOpen = isContactFixed
        ? await openFlow(ui, no, typed)
        : await openFlow(ui, {}, { ...no, ...typed });
      if (!isOpen) return;
      forgetDraft(userId, draft.id);
      onClose();
    },
    /** Throws away what was typed and begins anew with the same contact. */
    discard: () => {
      forgetDraft(userId, draft.id);
      setDraft(beginDraft(userId, draft.contact, moment()));
      setIsContinued(false);
      setErrors({});
    },
    resume: (other: KeptDraft) => {
      const next = takeUp(other);
      keepDraft(userId, next);
      setDraft(next);
      setIsContinued(true);
      setErrors(refusedFields(next));
    },
  };
}

/** Whether the form is still there. */
function useIsOpen() {
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  return isOpen;
}

export type QuickLog = ReturnType<typeof useQuickLog>;

function openedDraft(userId: number, props: QuickLogProps, moment: KeptDraft["moment"]): KeptDraft {
  const { contact, draftId } = props;
  const kept =
    draftId === undefined ? contact && closedDraftOf(userId, contact.no) : findDraft(userId, draftId);
  return kept ? takeUp(kept) : beginDraft(userId, contact ?? null, moment);
}

/** What the rules need to know of template, contact and salespeople. */
function useFacts(draft: KeptDraft, templates: ReturnType<typeof useTemplates>, usersCode: string | null) {
  const no = draft.contact?.no;
  const contact = useEndpoint(getContact, { params: { no: no ?? "" } }, { enabled: no !== undefined });
  const known = no === undefined ? null : (contact.data ?? null);
  const users = useSalesperson(usersCode);
  const contacts = useSalesperson(known?.salespersonCode ?? null);
  const facts: QuickLogFacts = {
    template: templates?.find(({ code }) => code === draft.templateCode) ?? null,
    contact: known,
    usersSalesperson: users,
    contactsSalesperson: contacts,
  };
  return { facts, salespeople: [users, contacts], isBlocked: known?.privacyBlocked ?? false };
}

/** Whether the salesperson may be chosen; taken as not blocked until the answer is there. */
function useSalesperson(code: string | null) {
  const { data } = useEndpoint(
    getSalesperson,
    { params: { code: code ?? "" } },
    { enabled: code !== null, staleTimeMs: 300_000 },
  );
  return code === null ? null : { code, name: data?.name ?? null, blocked: data?.blocked ?? false };
}

/** What keeps the request from being sent, by field; the server has the last word. */
function objections(request: InteractionInput, facts: QuickLogFacts, t: Translate): Record<string, string> {
  const missing: Record<string, string> = {};
  if (!request.contactNo) missing.contactNo = t("interactions.problems.contact_required");
  if (!request.interactionTemplateCode) {
    missing.interactionTemplateCode = t("interactions.problems.template_required");
  }
  if (!request.description && facts.template && facts.template.description === null) {
    missing.description = t("interactions.problems.description_required");
  }
  if (request.date === null) missing.date = t("interactions.problems.date_required");
  if (!request.salespersonCode && facts.contact) {
    missing.salespersonCode = t("interactions.problems.salesperson_required");
  }
  return { ...byField(checkValues(NewInteraction, request, t)), ...missing };
}

/** The server's objections to a draft that came back. */
function refusedFields({ refusal }: KeptDraft): Record<string, string> {
  return byField(Object.fromEntries((refusal?.errors ?? []).map(({ path, message }) => [path, message])));
}

/** Errors by the field that shows them. */
function byField(errors: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([path, message]) => [
      path.startsWith("comments") ? "comment" : path,
      message,
    ]),
  );
}

function withoutFields(errors: Readonly<Record<string, string>>, fields: readonly string[]) {
  return Object.fromEntries(Object.entries(errors).filter(([field]) => !fields.includes(field)));
}

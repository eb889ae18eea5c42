import { IconListNumbers, IconPhoneCall } from "@tabler/icons-react";
import { type Action, action } from "#web/actions.ts";
import type { Ui } from "#web/ui.ts";
import { parseSearch } from "#web/url-state.ts";
import type { LogContact } from "../quick-log/quick-log.rules.ts";
import type { FlowContext } from "./open-flow.ts";

/** Starts the guided flow or a phone call; its code comes when it is wanted. */
export async function startFlow(ui: Ui, context: FlowContext): Promise<void> {
  const { openFlow } = await import("./open-flow.ts");
  await openFlow(ui, context);
}

/** The phone call as a command of the whole program: whom one calls is chosen first. */
export const makeCall = action({
  key: "interactions.makeCall",
  labelKey: "interactions.flow.callAction",
  icon: IconPhoneCall,
  right: "interactions.write",
  run: (_, ui) => startFlow(ui, { kind: "phoneCall" }),
});

/**
 * The phone call as an action of a contact's card or row.
 * @param contactOf names the contact; `null` where nothing may be logged
 */
export function callContact<Subject>(contactOf: (subject: Subject) => LogContact | null): Action<Subject> {
  return action<Subject>({
    key: "interactions.callContact",
    labelKey: "interactions.flow.callContact",
    icon: IconPhoneCall,
    right: "interactions.write",
    when: (subject) => contactOf(subject) !== null,
    run: (subject, ui) => {
      const contact = contactOf(subject);
      return contact && startFlow(ui, { kind: "phoneCall", contactNo: contact.no });
    },
  });
}

/**
 * The phone call as an action of a customer, vendor or bank account: its linked contact is called, and without one it is
 * said what to do.
 * @param accountOf names the account; `null` where there is nobody to call
 */
export function callAccount<Subject>(
  accountOf: (subject: Subject) => NonNullable<FlowContext["account"]> | null,
): Action<Subject> {
  return action<Subject>({
    key: "interactions.callAccount",
    labelKey: "interactions.flow.callContact",
    icon: IconPhoneCall,
    right: "interactions.write",
    when: (subject) => accountOf(subject) !== null,
    run: (subject, ui) => {
      const account = accountOf(subject);
      return account && startFlow(ui, { kind: "phoneCall", account });
    },
  });
}

/**
 * The guided flow as an action of a card or row.
 * @param contextOf what the flow is started from; `null` where nothing may be logged
 */
export function logStepByStep<Subject>(contextOf: (subject: Subject) => FlowContext | null): Action<Subject> {
  return action<Subject>({
    key: "interactions.logStepByStep",
    labelKey: "interactions.flow.action",
    icon: IconListNumbers,
    right: "interactions.write",
    when: (subject) => contextOf(subject) !== null,
    run: (subject, ui) => {
      const context = contextOf(subject);
      return context && startFlow(ui, context);
    },
  });
}

/** The guided flow from the log: what its filters name by a single value is the context (§6). */
export const logFromLog = logStepByStep<void>(() => contextOfLog(parseSearch(window.location.search)));

/** @param filters the address line's parameters */
export function contextOfLog(filters: Readonly<Record<string, unknown>>): FlowContext {
  const single = (name: string) => {
    const value = filters[name];
    return typeof value === "string" && value !== "" && !value.includes(",") ? value : undefined;
  };
  const taskNo = single("taskNo");
  if (taskNo !== undefined) return { taskNo };
  const given = {
    contactNo: single("contactNo") ?? single("contactCompanyNo"),
    salespersonCode: single("salespersonCode"),
    campaignNo: single("campaignNo"),
    opportunityNo: single("opportunityNo"),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

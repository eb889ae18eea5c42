import { describe, expect, test } from "vitest";
import type { InteractionDraft } from "#interactions/drafts/drafts.contract.ts";
import {
  beginAutosave,
  confirmed,
  entered,
  isSaved,
  notSaved,
  rebased,
  refusedBy,
  sent,
  shownComments,
  shownDraft,
  toSend,
} from "./autosave.rules.ts";

const saved = {
  id: "d1",
  description: "Prices",
  contactNo: "C1",
  durationMin: 5,
  step: "type",
  comments: [],
  version: 3,
} as unknown as InteractionDraft;

describe("what is shown", () => {
  test("is the latest somebody entered, wherever it is on its way", () => {
    const typing = entered(
      sent(entered(beginAutosave(saved), { description: "New" }), { description: "New" }),
      {
        durationMin: 9,
      },
    );

    expect(shownDraft(typing)).toMatchObject({ description: "New", durationMin: 9, contactNo: "C1" });
    expect(isSaved(typing)).toBe(false);
  });

  test("keeps a blank at the end of what is being typed, although the server trims it", () => {
    const state = confirmed(
      sent(entered(beginAutosave(saved), { description: "New " }), { description: "New " }),
      {
        ...saved,
        description: "New",
      },
    );

    expect(shownDraft(state).description).toBe("New ");
    expect(isSaved(state)).toBe(true);
    // Another template brings another description.
    expect(shownDraft(confirmed(state, { ...saved, description: "Phone call" })).description).toBe(
      "Phone call",
    );
  });

  test("holds the comment lines as they are to be", () => {
    const lines = [{ text: "One" }];

    expect(shownComments(entered(beginAutosave(saved), { comments: lines }))).toEqual(lines);
    expect(shownComments(beginAutosave(saved))).toEqual([]);
  });
});

describe("what did not arrive", () => {
  test("goes out again, later words over earlier ones", () => {
    const state = notSaved(
      entered(
        sent(entered(beginAutosave(saved), { description: "Old", durationMin: 9 }), {
          description: "Old",
          durationMin: 9,
        }),
        { description: "New" },
      ),
      { isConnectionLost: true },
    );

    expect(toSend(state)).toEqual({ description: "New", durationMin: 9 });
    expect(state.isConnectionLost).toBe(true);
  });

  test("a refused field waits with its reason until it is changed, the others go out again", () => {
    const both = { salespersonCode: "SHUT", durationMin: 9 };
    const state = refusedBy(
      sent(entered(beginAutosave(saved), both), both),
      [{ path: "salespersonCode", code: "salesperson_blocked", message: "Blocked." }],
      "Blocked.",
    );

    expect(state.refused).toEqual({ salespersonCode: "Blocked." });
    expect(toSend(state)).toEqual({ durationMin: 9 });
    expect(shownDraft(state).salespersonCode).toBe("SHUT");
    expect(toSend(entered(state, { salespersonCode: "AH" }))).toEqual({
      salespersonCode: "AH",
      durationMin: 9,
    });
  });

  test("where it names another field all that was sent waits, and a step is not taken", () => {
    const both = { interactionTemplateCode: "CALL", step: "relations" } as const;
    const state = refusedBy(
      sent(entered(beginAutosave(saved), both), both),
      [{ path: "contactNo", code: "contact_required", message: "Choose a contact." }],
      "Choose a contact.",
    );

    expect(state.refused).toEqual({
      interactionTemplateCode: "Choose a contact.",
      contactNo: "Choose a contact.",
    });
    expect(toSend(state)).toBeNull();
    expect(shownDraft(state)).toMatchObject({ interactionTemplateCode: "CALL", step: "type" });
  });

  test("of two tabs the comments of both stay", () => {
    const other = { ...saved, comments: [{ lineNo: 10_000, text: "Theirs" }] } as InteractionDraft;

    expect(rebased({ description: "x", comments: [{ text: "Mine" }] }, other)).toEqual({
      description: "x",
      comments: [{ lineNo: 10_000, text: "Theirs" }, { text: "Mine" }],
    });
  });
});

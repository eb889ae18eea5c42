/** What the history of a contact's answers knows (contacts B10). */

/** `points`: the contact holds the rating as before, by other points. */
export const profileChangeKinds = ["gained", "lost", "points"] as const;
export type ProfileChangeKind = (typeof profileChangeKinds)[number];

/** `rating`: points were counted anew because somebody ticked an answer or contacts were merged. */
export const profileChangeCauses = ["manual", "classification", "rating", "merge"] as const;
export type ProfileChangeCause = (typeof profileChangeCauses)[number];

/** How long the history is kept. */
export const keptMonths = 60;

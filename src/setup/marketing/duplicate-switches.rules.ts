/** The switches of the search for duplicates (contacts §1.4). Pure. */
export interface DuplicateSwitches {
  readonly maintainDuplSearchStrings: boolean;
  readonly autosearchForDuplicates: boolean;
}

/**
 * What the switches become when one or both are set, the first before the second: setting *maintain* sets *autosearch*
 * alike, setting *autosearch* on sets *maintain* on. A rebuild is offered when *maintain* was off and is on now.
 */
export function switchDuplicates(
  before: DuplicateSwitches,
  set: { readonly [Switch in keyof DuplicateSwitches]?: boolean | undefined },
): DuplicateSwitches & { readonly rebuildIsOffered: boolean } {
  let { maintainDuplSearchStrings: maintains, autosearchForDuplicates: searches } = before;
  if (set.maintainDuplSearchStrings !== undefined) {
    maintains = set.maintainDuplSearchStrings;
    searches = maintains;
  }
  if (set.autosearchForDuplicates !== undefined) {
    searches = set.autosearchForDuplicates;
    maintains ||= searches;
  }
  return {
    maintainDuplSearchStrings: maintains,
    autosearchForDuplicates: searches,
    rebuildIsOffered: maintains && !before.maintainDuplSearchStrings,
  };
}

/** What merging says on the server; what stands on its pages is in the browser's texts. */

export const contactMergeTexts = {
  comments: {
    /** Before those that a merge brings along. */
    origin: "The following comments are from contact {{no}} {{name}}, which was merged into this one.",
  },
  problems: {
    contact_merged: "Contact {{no}} was merged into contact {{survivorNo}}.",
    merge_same: "A contact cannot be merged into itself. Choose another one.",
    merge_type:
      "Contacts {{no}} and {{duplicateNo}} are a company and a person. Only contacts of one type can be merged.",
    merge_conflicts:
      "Contacts {{no}} and {{duplicateNo}} both have the same rows: {{count}} conflicts are open. Resolve them first.",
    merge_rename_key: "The new value is the old one. Enter another one, or remove the row of the duplicate.",
    merge_restore_key: "A row that is removed keeps its key. Leave the new value blank, or rename the row.",
    merge_undone: "The merge of {{duplicateNo}} into {{survivorNo}} was undone already.",
    merge_undo_expired:
      "{{duplicateNo}} was merged into {{survivorNo}} more than 30 days ago. It can no longer be undone.",
    merge_undo_erased:
      "What the contacts were before they were merged was erased. The merge cannot be undone.",
    merge_undo_survivor_deleted: "Contact {{survivorNo}} was deleted. The merge cannot be undone.",
    merge_undo_merged_further:
      "Contact {{survivorNo}} was itself merged into {{mergedIntoNo}}. Undo that merge first.",
    merge_undo_number_taken: "Number {{no}} belongs to another contact by now. The merge cannot be undone.",
  },
};

/** Texts of the comments of any record. */
export const commentsTexts = {
  none: "No comments yet",
  add: "Add comment",
  placeholder: "Write a comment",
  hint: "Ctrl + Enter saves",
  edit: "Edit comment",
  delete: "Delete comment",
  deleteTitle: "Delete this comment for good?",
  deleted: "The comment was deleted",
  edited: "edited {{moment}}",
};

/** Texts of saved views: problems and fields. */
export const viewsTexts = {
  problems: {
    view_name_taken: "There is a view of this list with this name already. Choose another name.",
    view_needs_user:
      "A view of one’s own belongs to a user, and this token has none. Share the view with everybody.",
  },
  fields: {
    list: "List",
    query: "Filters and order",
    columns: "Columns",
    shared: "Shared with everybody",
  },
};

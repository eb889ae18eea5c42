/** Names of pages that the navigation and the palette show. */
export const tasksNames = {
  title: "Tasks",
};

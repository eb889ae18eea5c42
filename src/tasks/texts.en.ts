/** Texts of tasks. */
export const tasksTexts = {
  problems: {
    task_date: "The date of a task lies between {{earliest}} and {{latest}}.",
    task_type_fixed: "A task that is saved cannot become a meeting, nor a meeting another kind of task.",
  },
  fields: {},
};

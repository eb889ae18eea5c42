export const demoTexts = {
  problems: {
    demo_needs_empty_database:
      "The demo company only goes into an empty database. This one already has records.",
  },
};

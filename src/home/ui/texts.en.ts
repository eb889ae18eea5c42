/** Texts of the home page. */
export const homeTexts = {
  title: "Home",
  greeting: {
    morning: "Good morning, {{name}}",
    day: "Good afternoon, {{name}}",
    evening: "Good evening, {{name}}",
    night: "Hello, {{name}}",
  },
  tiles: {
    label: "Figures",
    companies: "Companies",
    persons: "People",
    duplicates: "Possible duplicates",
    mine: "My interactions this week",
    all: "All interactions this week",
    postponed: "Postponed by me",
    lastWeek: "Last week: {{count, number}}",
  },
  chart: {
    title: "Interactions per week",
    mine: "Mine",
    others: "Others",
    week: "Week {{week, number}}: {{range}}",
    bar: "{{week}}. Mine: {{mine, number}}, all: {{all, number}}",
    keys: "Arrow keys move between the weeks, Enter opens the log of the week.",
  },
  latest: {
    title: "Latest interactions",
    all: "Show the log",
  },
  start: {
    title: "Welcome to Rapport",
    text: "A few steps to the first logged call. Each can wait.",
    assistant: "Set Rapport up",
    assistantText: "Company, language, number series and interaction templates, with good defaults.",
    import: "Import your contacts",
    importText: "From CSV, Excel or vCard. You see what happens before anything is saved.",
    create: "Enter the first contact",
    createText: "A company or a person, by name; the rest can follow.",
    log: "Log the first interaction",
    logText: "A call, a meeting, a letter: choose the contact, write one line, done.",
  },
};

/** Texts of what is attached to templates and interactions. */
export const interactionAttachmentsTexts = {
  title: "Attachment",
  attach: "Attach a file",
  replace: "Replace the file",
  uploading: "Uploading {{name}}…",
  drop: "Drop the file here",
  show: "Show",
  showNamed: "Show {{name}}",
  download: "Download",
  downloadNamed: "Download {{name}}",
  remove: "Remove the file",
  removeNamed: "Remove {{name}}",
  fromTemplate: "From the template",
  leaveOut: "Log without it",
  putBack: "Attach the template’s file",
  leftOut: "The template’s file is left out.",
  sizeKb: "{{size}} KB",
  sizeMb: "{{size}} MB",
  replaceTitle: "Replace the file?",
  replaceText:
    "The template keeps one file in each language. The present one is deleted; interactions already logged keep theirs.",
  removeTitle: "Remove {{name}}?",
  removeText: "The file is deleted from the template. Interactions already logged keep theirs.",
  removeLanguageTitle: "Remove the language and its file?",
  removeLanguageText:
    "The file of this language is deleted with it. Interactions already logged keep theirs.",
  removeUnique: "Also delete attachments that only these entries have",
  wizardAction: "Action in the guided flow",
  wizardActionText: "What happens with the content when an interaction is created step by step.",
  open: "Open and edit",
  import: "Import a file",
  merge: "Merge",
};

export type InteractionAttachmentsTexts = typeof interactionAttachmentsTexts;

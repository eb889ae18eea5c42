/** Texts of drafts and postponed interactions: problems and fields. */
export const draftsTexts = {
  problems: {
    field_fixed: "{{field}} is given by where this was started and cannot be changed here.",
    draft_over: "This draft is closed already: see interaction {{entryNo}}.",
    interaction_not_postponed:
      "Interaction {{entryNo}} is not postponed: somebody has logged or deleted it meanwhile.",
    phone_template_not_set:
      "No template is chosen for outgoing calls. Choose one in the interaction template set-up.",
    phone_number_required: "Choose or enter the number to call.",
    no_phone_numbers: "Contact {{contactNo}} has no phone number, and neither has its company.",
  },
  fields: {
    step: "Step",
    dialContact: "Dial the number",
    onPhone: "On a phone",
    postponedEntryNo: "Postponed interaction",
  },
};

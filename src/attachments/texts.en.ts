export const attachmentsTexts = {
  fields: {
    attachmentNo: "Attachment",
    fileName: "File name",
  },
  problems: {
    attachment_storage:
      "The place where attachments are kept cannot be reached or is full. Nothing was changed. Tell your administrator and try again.",
    attachment_missing:
      "The file is no longer in the place where attachments are kept. Tell your administrator.",
    attachment_damaged:
      "The bytes of the file are no longer those that were stored. Tell your administrator.",
    attachment_upload_broken: "The upload was cut off. Nothing was kept. Try again.",
    attachment_no_preview: "This kind of file is not shown here. Download it.",
    attachment_read_only: "The attachment belongs to a logged interaction and stays as it is.",
    no_attachment_here: "Nothing is attached here.",
    wizard_action_not_allowed:
      "This action does not fit the content of the template's default language. Choose another action or change the content.",
    delivery_not_available: "Printed delivery is not available yet. Log without sending.",
  },
};

export type AttachmentsTexts = typeof attachmentsTexts;

export interface ContactImageTables {
  contact_images: { contact_id: number; attachment_no: number };
}

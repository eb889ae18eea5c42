import { buffer } from "node:stream/consumers";
import type { Context } from "#app/database.ts";
import { openPicture } from "#pictures/index.ts";
import { NotFound } from "#platform/errors.ts";
import { type VCard, type VCardProperty, vCardOfColumns } from "#platform/files/index.ts";
import type { Contact } from "../contacts.contract.ts";
import { findPicture } from "../image/image.queries.ts";

/** A contact as vCard 4.0 with its picture (contacts §9, B11). @throws Unavailable `attachment_storage` */
export async function cardOfContact(ctx: Context, dataFolder: string, contact: Contact): Promise<VCard> {
  const card = cardWithoutPhoto(contact);
  if (contact.image === null) return card;
  return { ...card, properties: [...card.properties, ...(await photoOf(ctx, dataFolder, contact.no))] };
}

function cardWithoutPhoto(contact: Contact): VCard {
  const card = vCardOfColumns({
    kind: contact.type === "company" ? "org" : "individual",
    formattedName: contact.name,
    familyName: contact.surname,
    givenName: contact.firstName,
    middleName: contact.middleName,
    organization: contact.companyName,
    title: contact.jobTitle,
    mobilePhone: contact.mobilePhoneNo,
    workPhone: withExtension(contact),
    fax: contact.faxNo,
    pager: contact.pager,
    email: contact.email,
    email2: contact.email2,
    street: contact.address,
    address2: contact.address2,
    city: contact.city,
    region: contact.county,
    postCode: contact.postCode,
    country: contact.countryCode,
    url: contact.homePage,
    language: contact.languageCode,
    uid: contact.no,
  });
  const revision = contact.lastModifiedAt.replace(/[-:]|\.\d+/g, "");
  return {
    ...card,
    properties: [...card.properties, { name: "REV", group: null, params: {}, values: [revision] }],
  };
}

function withExtension({ phoneNo, extensionNo }: Contact): string | null {
  return phoneNo !== null && extensionNo !== null ? `${phoneNo} ext. ${extensionNo}` : phoneNo;
}

/** Nothing for a picture that was taken away meanwhile. */
async function photoOf(ctx: Context, dataFolder: string, no: string): Promise<VCardProperty[]> {
  try {
    const { imageNo } = await findPicture(ctx.db, no);
    const { bytes, mimeType } = await openPicture(ctx, dataFolder, imageNo);
    const address = `data:${mimeType};base64,${(await buffer(bytes)).toString("base64")}`;
    return [{ name: "PHOTO", group: null, params: {}, values: [address] }];
  } catch (error) {
    if (error instanceof NotFound) return [];
    throw error;
  }
}

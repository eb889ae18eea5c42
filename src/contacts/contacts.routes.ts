import type { FastifyReply } from "fastify";
import type { Context } from "#app/database.ts";
import type { AttachmentsConfig } from "#attachments/index.ts";
import { attachmentNamed } from "#imports/exports/attachment-name.rules.ts";
import { servePictures } from "#pictures/index.ts";
import { mediaTypes, type VCard, writeVCards } from "#platform/files/index.ts";
import { entityTag } from "#platform/http/preconditions.ts";
import { type Api, created, sentBy, serve, wantsInstead } from "#platform/http/serve.ts";
import { presentWarnings } from "#platform/http/warnings.ts";
import { changeContact } from "./change-contacts.commands.ts";
import type { Contact } from "./contacts.contract.ts";
import * as contract from "./contacts.contract.ts";
import { getContact, listContacts } from "./contacts.queries.ts";
import { createContact } from "./create-contacts.commands.ts";
import { deleteContact } from "./delete-contact.commands.ts";
import { serveContactDetails } from "./details/details.routes.ts";
import { serveDuplicates } from "./duplicates/duplicates.routes.ts";
import { deleteImage, putImage } from "./image/image.commands.ts";
import { contactPicture } from "./image/image.contract.ts";
import { findPicture } from "./image/image.queries.ts";
import { lookupContacts } from "./lookup-contacts.queries.ts";
import { serveMerges } from "./merge/merge.routes.ts";
import type { WrittenOutcome } from "./present-contact.ts";
import { cardOfContact } from "./vcard/contact-card.ts";

const defaultHits = 10;

/** Contacts over HTTP. */
export function serveContacts(api: Api, config: AttachmentsConfig): void {
  serve(api, contract.listContacts, ({ ctx, query }) => listContacts(ctx, query));
  serve(api, contract.lookupContacts, async ({ ctx, query }) => ({
    items: await lookupContacts(ctx, query.search ?? "", query.limit ?? defaultHits, query.type ?? null),
  }));
  serve(api, contract.getContact, async ({ ctx, params, request, reply }) => {
    const contact = await getContact(ctx.db, params.no);
    if (wantsInstead(request, contract.getContact) === null) return contact;
    return sendCard(reply, await cardOfContact(ctx, config.dataFolder, contact), contact);
  });
  serve(api, contract.createContact, async ({ ctx, body }) => {
    const contact = answer(api, ctx, await createContact(ctx, body));
    return created(contact, `/contacts/${encodeURIComponent(contact.no)}`);
  });
  serve(api, contract.changeContact, async ({ ctx, params, body, ifMatch }) =>
    answer(api, ctx, await changeContact(ctx, params.no, body, { ifMatch })),
  );
  serve(api, contract.deleteContact, async ({ ctx, params, ifMatch }) => {
    await deleteContact(ctx, params.no, { ifMatch });
    return undefined;
  });
  servePictures(api, config, contactPicture, { find: findPicture, put: putImage, remove: deleteImage });
  serveContactDetails(api);
  serveDuplicates(api);
  serveMerges(api);
}

function sendCard(
  reply: FastifyReply,
  card: VCard,
  { no, name, version }: Pick<Contact, "no" | "name" | "version">,
): undefined {
  const fileName = [no, name].filter(Boolean).join(" ");
  return sentBy(
    reply
      .header("content-type", mediaTypes.vcard)
      .header("content-disposition", attachmentNamed(`${fileName}.vcf`))
      .header("etag", entityTag(version))
      .header("vary", "Accept")
      .send(writeVCards([card])),
  );
}

function answer(
  { translate }: Api,
  { language }: Context,
  { contact, warnings, duplicates }: WrittenOutcome,
) {
  return {
    ...contact,
    warnings: presentWarnings(translate, language, warnings),
    duplicates: [...duplicates],
  };
}

import { z } from "zod";
import { defineComments } from "#comments/comments.contract.ts";
import { requiredCode } from "#platform/http/fields.ts";
import { contactFieldLengths } from "../../contact.rules.ts";

export const contactComments = defineComments({
  of: "Contact",
  path: "/contacts/{no}",
  params: z.object({ no: requiredCode(contactFieldLengths.no) }),
  read: "contacts.read",
  write: "contacts.write",
});

export const webSourceComments = defineComments({
  of: "WebSource",
  path: "/web-sources/{code}",
  params: z.object({ code: requiredCode(10) }),
  read: "setup.read",
  write: "setup.write",
});

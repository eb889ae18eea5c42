import { servePictures } from "#pictures/index.ts";
import type { Endpoint } from "#platform/http/endpoint.ts";
import { type Api, created, serve } from "#platform/http/serve.ts";
import { answerWithJob } from "#platform/jobs/index.ts";
import { startCreatingContacts } from "./create-contacts/create-contacts.commands.ts";
import {
  type ContactlessKind,
  type CreatedContacts,
  contactlessKinds,
  createContactsFrom,
} from "./create-contacts/create-contacts.contract.ts";
import { deleteParty } from "./delete-party.commands.ts";
import { servePartyEntries } from "./entries/party-entries.routes.ts";
import { deletePartyImage, putPartyImage } from "./images/party-images.commands.ts";
import { findPartyPicture } from "./images/party-images.queries.ts";
import { type PartyListQuery, partyContracts } from "./parties.contract.ts";
import { type ContactsOfPartyQuery, getParty, listContactsOfParty, listParties } from "./parties.queries.ts";
import { type PartyKind, partyKinds, resourceOfKind } from "./party-kinds.rules.ts";
import { createAs } from "./relations/create-as.commands.ts";
import { linkParty } from "./relations/link-party.commands.ts";
import { addRelation, removeRelation } from "./relations/relations.commands.ts";
import * as relations from "./relations/relations.contract.ts";
import { listContactRelations } from "./relations/relations.queries.ts";
import { changeSyncPolicy } from "./relations/sync-policy.commands.ts";
import { listSyncLog as listSyncLogContract } from "./sync/sync-log.contract.ts";
import { listSyncLog } from "./sync/sync-log.queries.ts";
import { changeTemplate, createTemplate, deleteTemplate } from "./templates/templates.commands.ts";
import * as templates from "./templates/templates.contract.ts";
import { getTemplateRow, listTemplates, presentTemplate } from "./templates/templates.queries.ts";
import { lineParser, serveLines, type UploadConfig } from "./upsert.routes.ts";
import { upsertParties } from "./upsert-parties.commands.ts";
import { writeParty } from "./write-parties.commands.ts";
import type { PartyInput } from "./write-party.rules.ts";

/** What the endpoints of any kind have; what comes in was checked by the contract of the kind. */
interface AnyPartyContract {
  readonly list: Endpoint;
  readonly get: Endpoint;
  readonly create: Endpoint;
  readonly change: Endpoint;
  readonly remove: Endpoint;
}

/** Customers, vendors, bank accounts and employees, and what links them to contacts, over HTTP. */
export function serveParties(api: Api, config: UploadConfig): void {
  for (const kind of partyKinds) {
    serveKind(api, kind);
    serveUpsert(api, kind, config);
    servePictures(api, config, partyContracts[kind].picture, {
      find: (db, no) => findPartyPicture(db, kind, no),
      put: (ctx, limited, wanted, upload) => putPartyImage(ctx, limited, kind, wanted, upload),
      remove: (ctx, wanted) => deletePartyImage(ctx, kind, wanted),
    });
  }
  for (const kind of contactlessKinds) serveCreateContacts(api, kind);
  servePartyEntries(api, config);
  serve(api, listSyncLogContract, ({ ctx, query }) => listSyncLog(ctx, query));
  serveRelations(api);
  serveTemplates(api);
}

function serveUpsert(api: Api, kind: PartyKind, config: UploadConfig): void {
  const { upsert, line } = partyContracts[kind];
  serveLines<PartyInput>(api, upsert as unknown as Endpoint, config, ({ ctx }) => ({
    parse: lineParser(line),
    keysOf: ({ no, externalId, primaryContactNo }) => [
      ...(no == null ? [] : [`no ${no}`]),
      ...(externalId == null ? [] : [`id ${externalId}`]),
      ...(primaryContactNo == null ? [] : [`contact ${primaryContactNo}`]),
    ],
    store: (inputs) => upsertParties(ctx, kind, inputs),
  }));
}

function serveCreateContacts(api: Api, kind: ContactlessKind): void {
  serve(api, createContactsFrom[kind], async (call) => {
    const jobId = await startCreatingContacts(call.ctx, kind, call.body);
    return answerWithJob<CreatedContacts>(api, call, jobId);
  });
}

function serveRelations(api: Api): void {
  serve(api, relations.listContactRelations, async ({ ctx, params }) => ({
    items: [...(await listContactRelations(ctx.db, params.no))],
  }));
  serve(api, relations.addContactRelation, async ({ ctx, params: { no }, body }) => {
    await addRelation(ctx, no, body);
    const code = body.businessRelationCode;
    const row = (await listContactRelations(ctx.db, no)).find(
      (relation) => relation.businessRelationCode === code && !relation.ofCompany,
    )!;
    const path = `/contacts/${encodeURIComponent(no)}/business-relations/${encodeURIComponent(code)}`;
    return created(row, path);
  });
  serve(api, relations.changeContactRelation, async ({ ctx, params: { no, code }, body }) => {
    await changeSyncPolicy(ctx, no, code, body.syncPolicy);
    return (await listContactRelations(ctx.db, no)).find(
      (relation) => relation.businessRelationCode === code && !relation.ofCompany,
    )!;
  });
  serve(api, relations.removeContactRelation, async ({ ctx, params }) => {
    await removeRelation(ctx, params.no, params.code);
    return undefined;
  });
  serve(api, relations.createAs, async ({ ctx, params, body }) => {
    const party = await createAs(ctx, params.no, body);
    return created(party, `/${resourceOfKind[party.kind]}/${encodeURIComponent(party.no)}`);
  });
  serve(api, relations.linkParty, ({ ctx, params, body }) => linkParty(ctx, params.no, body));
}

function serveTemplates(api: Api): void {
  serve(api, templates.listPartyTemplates, ({ ctx, query }) => listTemplates(ctx.db, query));
  serve(api, templates.getPartyTemplate, async ({ ctx, params }) =>
    presentTemplate(await getTemplateRow(ctx.db, params.kind, params.code)),
  );
  serve(api, templates.createPartyTemplate, async ({ ctx, body }) => {
    const template = await createTemplate(ctx, body);
    return created(template, `/party-templates/${template.kind}/${encodeURIComponent(template.code)}`);
  });
  serve(api, templates.changePartyTemplate, ({ ctx, params, body, ifMatch }) =>
    changeTemplate(ctx, params.kind, params.code, body, ifMatch),
  );
  serve(api, templates.deletePartyTemplate, async ({ ctx, params, ifMatch }) => {
    await deleteTemplate(ctx, params.kind, params.code, ifMatch);
    return undefined;
  });
}

function serveKind(api: Api, kind: PartyKind): void {
  const contract: AnyPartyContract = partyContracts[kind] as unknown as AnyPartyContract;
  const noOf = (params: unknown) => (params as { readonly no: string }).no;
  serve(api, contract.list, ({ ctx, query }) => listParties(ctx, kind, query as PartyListQuery));
  serve(api, contract.get, ({ ctx, params }) => getParty(ctx.db, kind, noOf(params)));
  serve(api, contract.create, async ({ ctx, body }) => {
    const { no } = await writeParty(ctx, kind, { mode: "create", input: body as PartyInput });
    const party = await getParty(ctx.db, kind, no);
    return created(party, `/${resourceOfKind[kind]}/${encodeURIComponent(no)}`);
  });
  serve(api, contract.change, async ({ ctx, params, body, ifMatch }) => {
    const input = body as PartyInput;
    const { no } = await writeParty(ctx, kind, { mode: "change", no: noOf(params), input, ifMatch });
    return getParty(ctx.db, kind, no);
  });
  serve(api, contract.remove, async ({ ctx, params, ifMatch }) => {
    await deleteParty(ctx, kind, noOf(params), ifMatch);
    return undefined;
  });
  serve(api, partyContracts[kind].contacts, ({ ctx, params, query }) =>
    listContactsOfParty(ctx, kind, params.no, query as ContactsOfPartyQuery),
  );
}

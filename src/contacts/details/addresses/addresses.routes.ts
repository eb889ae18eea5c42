import { type Api, created, serve } from "#platform/http/serve.ts";
import { changeAddress, createAddress, deleteAddress } from "./addresses.commands.ts";
import * as contract from "./addresses.contract.ts";
import { getAddress, listAddresses, listRanges } from "./addresses.queries.ts";
import { getPostalAddress } from "./postal-address.queries.ts";
import { changeRange, createRange, deleteRange } from "./ranges.commands.ts";

const encoded = encodeURIComponent;

/** Alternative addresses of contacts, their date ranges, and the postal address. */
export function serveAddresses(api: Api): void {
  serve(api, contract.listAlternativeAddresses, async ({ ctx, params }) => ({
    items: await listAddresses(ctx, params.no),
  }));
  serve(api, contract.getAlternativeAddress, ({ ctx, params }) => getAddress(ctx, params.no, params.code));
  serve(api, contract.createAlternativeAddress, async ({ ctx, params: { no }, body }) => {
    const address = await createAddress(ctx, no, body);
    return created(address, `/contacts/${encoded(no)}/alternative-addresses/${encoded(address.code)}`);
  });
  serve(api, contract.changeAlternativeAddress, ({ ctx, params: { no, code }, body, ifMatch }) =>
    changeAddress(ctx, no, code, body, ifMatch),
  );
  serve(api, contract.deleteAlternativeAddress, async ({ ctx, params: { no, code }, ifMatch }) => {
    await deleteAddress(ctx, no, code, ifMatch);
    return undefined;
  });
  serveRanges(api);
  serve(api, contract.getPostalAddress, ({ ctx, params, query: { date, altAddressCode } }) =>
    getPostalAddress(ctx, params.no, {
      date,
      altAddressCode: altAddressCode === "-" ? null : altAddressCode,
    }),
  );
}

function serveRanges(api: Api): void {
  serve(api, contract.listAddressRanges, async ({ ctx, params }) => ({
    items: await listRanges(ctx.db, params.no),
  }));
  serve(api, contract.createAddressRange, async ({ ctx, params: { no }, body }) => {
    const range = await createRange(ctx, no, body);
    return created(range, `/contacts/${encoded(no)}/alternative-address-ranges/${range.startingDate}`);
  });
  serve(api, contract.changeAddressRange, ({ ctx, params: { no, startingDate }, body, ifMatch }) =>
    changeRange(ctx, no, startingDate, body, ifMatch),
  );
  serve(api, contract.deleteAddressRange, async ({ ctx, params: { no, startingDate }, ifMatch }) => {
    await deleteRange(ctx, no, startingDate, ifMatch);
    return undefined;
  });
}

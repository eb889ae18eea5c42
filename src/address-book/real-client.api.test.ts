import type { AddressInfo } from "node:net";
import { createDAVClient } from "tsdav";
import { expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { given } from "#contacts/testing.ts";
import { givenBrowser } from "#users/testing.ts";
import { bookPath, settle } from "./testing.ts";

/** A client as people have it: it knows the server's address, an e-mail address and the password of the device. */
async function givenClient(app: TestApp) {
  await app.api.server.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.api.server.server.address() as AddressInfo;
  const { user, browser } = await givenBrowser(app);
  const { body } = await browser.post("/session/address-book-tokens", { name: "Telephone" });
  const serverUrl = `http://127.0.0.1:${port}`;
  const client = await createDAVClient({
    serverUrl,
    credentials: { username: user.email, password: body.secret },
    authMethod: "Basic",
    defaultAccountType: "carddav",
  });
  return { client, serverUrl };
}

test("a client written by others finds the book, fetches its cards and follows what changes", async ({
  app,
}) => {
  const person = (name: string) =>
    given.contact(app, { type: "person", name, email: "somebody@halla.example" });
  const [aino, veikko, elli] = [
    await person("Aino <Routa> & Äijä"),
    await person("Veikko Halla"),
    await person("Elli Sula"),
  ];
  await settle(app);
  const admin = await app.as("crmAdmin");
  const { client, serverUrl } = await givenClient(app);
  const urlOf = ({ id }: { readonly id: number }) => `${serverUrl}${bookPath}${id}.vcf`;

  const books = await client.fetchAddressBooks();
  expect(books).toHaveLength(1);
  const [book] = books;
  expect(book).toMatchObject({ url: `${serverUrl}${bookPath}`, displayName: "Rapport contacts" });
  expect(book!.reports).toEqual(
    expect.arrayContaining(["syncCollection", "addressbookMultiget", "addressbookQuery"]),
  );

  const cards = await client.fetchVCards({ addressBook: book! });
  expect(cards.map(({ url }) => url)).toEqual(
    expect.arrayContaining([urlOf(aino), urlOf(veikko), urlOf(elli)]),
  );
  const cardOfAino = cards.find(({ url }) => url === urlOf(aino))!;
  expect(cardOfAino.data).toContain("FN:Aino <Routa> & Äijä");
  expect(cardOfAino.etag).toBeTruthy();

  expect((await client.isCollectionDirty({ collection: book! })).isDirty).toBe(false);
  await admin.patch(`/contacts/${aino.no}`, { city: "Hanko" });
  await admin.delete(`/contacts/${veikko.no}`);
  const nea = await person("Nea Lumi");
  await settle(app);
  expect((await client.isCollectionDirty({ collection: book! })).isDirty).toBe(true);
  const { objects, syncToken } = await client.smartCollectionSyncDetailed({
    collection: { ...book!, objects: cards, objectMultiGet: client.addressBookMultiGet },
    method: "webdav",
  });
  expect(objects.created.map(({ url }) => url)).toEqual([urlOf(nea)]);
  expect(objects.updated.map(({ url }) => url)).toEqual([urlOf(aino)]);
  expect(objects.updated[0]!.data).toContain("Hanko");
  expect(objects.deleted.map(({ url }) => url)).toEqual([urlOf(veikko)]);

  const unchanged = await client.syncCollection({
    url: book!.url,
    props: { "d:getetag": {} },
    syncLevel: 1,
    syncToken: syncToken!,
  });
  expect(unchanged.filter(({ href }) => href?.endsWith(".vcf"))).toEqual([]);
});

import { expect } from "vitest";
import { test } from "#app/testing.ts";
import { setUpParties, sure } from "../testing.ts";

test("a customer, its vendor and their contact are changed at once, and say the same in the end", async ({
  app,
}) => {
  const admin = await setUpParties(app);
  const given = sure(admin);
  const customer = await given.post("/customers", { name: "Alku", contactName: "Veera Virta" });
  const { contactNo, primaryContactNo } = customer;
  const vendor = await given.post(`/contacts/${contactNo}/create-as`, { kind: "vendor" });
  const paths = [`/customers/${customer.no}`, `/contacts/${contactNo}`, `/vendors/${vendor.no}`];

  const answers = await Promise.all([
    ...Array.from({ length: 24 }, (_, index) =>
      admin.patch(paths[index % paths.length]!, { name: `Nimi ${index}`, phoneNo: `0${index}` }),
    ),
    admin.patch(`/contacts/${primaryContactNo}`, { surname: "Joki" }),
    admin.patch(`/customers/${customer.no}`, { city: "Pori" }),
  ]);

  expect(
    answers.flatMap(({ status, body }, index) => (status === 200 ? [] : [{ index, code: body.code }])),
  ).toEqual([]);
  const [one, two, three] = await Promise.all(paths.map((path) => given.get(path)));
  const shared = ({ name, phoneNo, city }: { name: string; phoneNo: string; city: string }) => ({
    name,
    phoneNo,
    city,
  });
  expect(shared(two)).toEqual(shared(one));
  expect(shared(three)).toEqual(shared(one));
  expect(one.contactName).toBe("Veera Joki");
});

test("a contact that is deleted while it is linked leaves no half of a link", async ({ app }) => {
  const admin = await setUpParties(app);
  const given = sure(admin);
  for (let round = 0; round < 6; round++) {
    const { no } = await given.post("/contacts", { name: `Lähtevä ${round}` });
    await given.patch("/marketing-setup", { busRelCodeForCustomers: null });
    const customer = await given.post("/customers", { name: "Jäävä" });
    await given.patch("/marketing-setup", { busRelCodeForCustomers: "CUST" });

    const [link, gone] = await Promise.all([
      admin.post(`/contacts/${no}/link`, { kind: "customer", partyNo: customer.no }),
      admin.delete(`/contacts/${no}`),
    ]);

    expect([200, 404]).toContain(link.status);
    expect(gone.status).toBe(204);
    expect(await given.get(`/customers/${customer.no}`)).toMatchObject({ contactNo: null });
  }
});

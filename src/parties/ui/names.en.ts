/** Names of pages that the navigation and the palette show. */
export const partiesNames = {
  titles: {
    customer: "Customers",
    vendor: "Vendors",
    bankAccount: "Bank accounts",
    employee: "Employees",
    entries: "Invoices and credit memos",
    syncLog: "Log of synchronisation",
  },
};

export { findUsersSalesperson, type KnownSalesperson, listSalespeople } from "./salespeople.queries.ts";
export { serveSalespeople } from "./salespeople.routes.ts";

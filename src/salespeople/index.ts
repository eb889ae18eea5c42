export { findUsersSalesperson, type KnownSalesperson } from "./salespeople.queries.ts";
export { serveSalespeople } from "./salespeople.routes.ts";

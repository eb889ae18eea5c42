export { findUsersSalespersonCode, refuseNewlyChosen } from "./choose-salesperson.ts";
export { findUsersSalesperson, type KnownSalesperson, listSalespeople } from "./salespeople.queries.ts";
export { serveSalespeople } from "./salespeople.routes.ts";

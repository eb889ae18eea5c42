export { authenticate } from "./authenticate.ts";
export { createToken, type NewToken } from "./tokens.commands.ts";

export { authenticate } from "./authenticate.ts";
export { authenticateProgram } from "./authenticate-program.ts";
export { deleteExpiredSessions } from "./clean-up.commands.ts";
export { ensureFirstAdministrator } from "./first-administrator.commands.ts";
export { createLink } from "./links.commands.ts";
export { setPassword } from "./own-account.commands.ts";
export { sessionCookie } from "./secrets.ts";
export { createToken, type NewToken, revokeToken } from "./tokens.commands.ts";
export { changeUser, createUser, deleteUser } from "./users.commands.ts";

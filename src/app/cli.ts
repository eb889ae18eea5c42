import { buildProgram } from "./commands.ts";

/** The command line: `npm run rapport -- <command>`, and `npm start`. */

try {
  // What the environment says wins over the file.
  process.loadEnvFile();
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
}
await buildProgram().parseAsync();

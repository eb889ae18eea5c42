export { registerDemoCommand } from "./demo.cli.ts";
export { type DemoLoaded, isEmpty, loadDemo } from "./load-demo.commands.ts";

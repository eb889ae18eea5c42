export { type DrawnNumbers, drawFreeNumbers, drawNumbers } from "./draw-numbers.commands.ts";

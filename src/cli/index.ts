// The door of cli/: what the library shares with the command line.
export { dealReadings } from "./members.ts";

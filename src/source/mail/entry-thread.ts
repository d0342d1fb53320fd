// The thread that reads a large message: turning parts into text takes time by the square of the blank lines in them.
import { answer, buffersOf } from "../../thread/index.ts";
import { parseMessage } from "./message.ts";

await answer(
  (bytes) => parseMessage(bytes as Uint8Array),
  ({ attached }) => buffersOf(attached.map(({ bytes }) => bytes)),
);

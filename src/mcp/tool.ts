// What a tool is: a question with checked arguments, an answer as data, and the same answer in words.
import type { z } from "zod";
import type { Desk } from "./desk.ts";

/** How a tool is made. `ask` finds the answer as data, `tell` says it to a reader; both hold the same words. */
export interface ToolMaking<Input extends z.ZodObject, Output extends z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  readonly ask: (args: z.infer<Input>, desk: Desk) => Promise<z.infer<Output>>;
  readonly tell: (answer: z.infer<Output>) => string;
}

/** An answer as data and in words. */
export interface Answered {
  readonly data: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** A tool whose own types nobody but itself knows. `call` takes arguments that `input` has parsed. */
export interface Tool extends Pick<ToolMaking<z.ZodObject, z.ZodObject>, "name" | "title" | "description" | "input" | "output"> {
  readonly call: (args: unknown, desk: Desk) => Promise<Answered>;
}

/** Makes a tool. An answer that is not as its schema says is a defect, and is thrown as one. */
export function tool<Input extends z.ZodObject, Output extends z.ZodObject>(making: ToolMaking<Input, Output>): Tool {
  const { ask, tell, ...told } = making;
  return {
    ...told,
    call: async (args, desk) => {
      const data = await ask(args as z.infer<Input>, desk);
      return { data: told.output.parse(data), text: tell(data) };
    },
  };
}

// A program for tests: the help of every command, and which modules were loaded for all of them.
import { registerHooks } from "node:module";
import { sinks } from "./sink.fixture.ts";

const loaded: string[] = [];
registerHooks({
  load: (url, context, next) => {
    loaded.push(url);
    return next(url, context);
  },
});

async function main(): Promise<void> {
  const [{ COMMANDS }, { runProgram }] = await Promise.all([import("./commands.ts"), import("./program.ts")]);
  const names = Object.entries(COMMANDS).flatMap(([name, { words = {} }]) => [name, ...Object.keys(words).map((word) => `${name} ${word}`)]);
  const helps: { readonly name: string; readonly code: number; readonly out: string; readonly err: string }[] = [];
  for (const name of names) {
    const { out, err, said } = sinks();
    const code = await runProgram([...name.split(" "), "--help"], { env: {}, out, err });
    helps.push({ name, code, ...said });
  }
  process.stdout.write(JSON.stringify({ helps, loaded }));
}

void main();

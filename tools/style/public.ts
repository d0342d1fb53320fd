// Rules on what the code promises to its users: documented exports, listed error codes, commands that exist.
import { basename, dirname } from "node:path/posix";
import type { SourceFile } from "../checkout.ts";
import { codeOf, lineAt } from "../imports.ts";
import type { Rule } from "./text.ts";

const EXPORT = /^export (?:declare )?(?:async )?(?:abstract )?(?:function\*?|const|let|class|interface|type) ([\w$]+)/gm;
/** A type that only names what a documented value is needs no words of its own. */
const DERIVED = /^export type \w+ = (?:z\.infer<typeof \w+>|\(typeof \w+\)\[number\]|keyof typeof \w+|\w+\["\w+"\]);/;
const CODES_PAGE = "docs/errors.md";

function isProduct({ path }: SourceFile): boolean {
  return /^(?:src\/.*\.tsx?|bin\/.*)$/.test(path) && !/\.(?:test|fixture|gen)\.tsx?$/.test(path);
}

/** Every export of src/ carries a docstring right above it. */
export const documentedExports: Rule = (files) =>
  files.filter(isProduct).flatMap(({ path, text }) =>
    [...text.matchAll(EXPORT)].flatMap((found) => {
      const documented = /\*\/\s*$/.test(text.slice(0, found.index)) || DERIVED.test(text.slice(found.index));
      return documented ? [] : [{ path, line: lineAt(text, found.index), what: `export ${found[1]} has no docstring` }];
    }),
  );

/** The error codes that code names: quoted `PACTA_…` words, except the names of environment variables in brackets. */
export function codesIn(text: string): ReadonlySet<string> {
  return new Set([...codeOf(text, "").matchAll(/(?<![\w\])]\[)"(PACTA_[A-Z0-9_]+)"/g)].map((found) => found[1] ?? ""));
}

/** docs/errors.md lists exactly the codes that the product names, and the environment variables, which look alike, as `$PACTA_…`. */
export const listedErrors: Rule = (files) => {
  const page = files.find((file) => file.path === CODES_PAGE)?.text ?? "";
  const listed = new Set([...page.matchAll(/^\| `(PACTA_[A-Z0-9_]+)`/gm)].map((found) => found[1] ?? ""));
  const variables = new Set([...page.matchAll(/`\$(PACTA_[A-Z0-9_]+)`/g)].map((found) => found[1] ?? ""));
  const thrown = files.filter(isProduct).flatMap(({ path, text }) => [...codesIn(text)].map((code) => ({ path, code })));
  const known = new Set(thrown.map(({ code }) => code));
  return [
    ...thrown
      .filter(({ code }) => !listed.has(code) && !variables.has(code))
      .map(({ path, code }) => ({ path, what: `${code} is not listed in ${CODES_PAGE}` })),
    ...[...listed].filter((code) => !known.has(code)).map((code) => ({ path: CODES_PAGE, what: `${code} is listed, but nothing throws it` })),
  ];
};

/** Pages and messages for people name only npm scripts that exist. */
export const knownCommands: Rule = (files) => {
  const manifest = files.find((file) => file.path === "package.json")?.text ?? "{}";
  const scripts = new Set([...manifest.matchAll(/^ {4}"([\w:-]+)":/gm)].map((found) => found[1] ?? ""));
  return files
    .filter((file) => file.path.endsWith(".md") || isProduct(file))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\bnpm run (?:-s )?([\w:-]+)/g)]
        .filter((found) => !scripts.has(found[1] ?? ""))
        .map((found) => ({ path, line: lineAt(text, found.index), what: `there is no npm script ${found[1]}` })),
    );
};

/** A thing lives with what it is about: there is no folder or file for odds and ends. */
export const noOddsAndEnds: Rule = (files) =>
  files
    .filter(({ path }) => path.startsWith("src/"))
    .flatMap(({ path }) => {
      const names = [...dirname(path).split("/"), basename(path).replace(/\.tsx?$/, "")];
      const odd = names.find((name) => /^(?:utils?|helpers?|common|types|misc|shared|lib)$/.test(name));
      return odd === undefined ? [] : [{ path, what: `"${odd}" says nothing of what it holds` }];
    });

// Rules on what stands in a file, line by line: length, opening comment, escapes from the type checker, tests that do
// not run, machine paths. Each is a pure function over the checkout, with a case for and one against in its test.
import type { Finding, SourceFile } from "../checkout.ts";
import { codeOf, lineAt } from "../imports.ts";

/** A house rule: what it finds in the files of a checkout. */
export type Rule = (files: readonly SourceFile[]) => readonly Finding[];

/** Lines that a file of code may have. */
const MOST_LINES = 350;

/** Files that a tool writes (`.gen.ts`) are as long as they are. */
const CODE = /^(?:src|tools|bench|training)\/.*(?<!\.gen)\.(?:tsx?|py)$|^bin\/|^[^/]+\.config\.ts$/;
/** An act's file under knowledge/acts/ opens with the act's name, which says as much. */
const COMMENTED = /^(?:src|tools|bench|training|knowledge(?!\/acts\/))\/.*\.(?:tsx?|css|py|ya?ml)$|^bin\/|^[^/]+\.config\.ts$|^\.ci\/run$/;

function isTypeScript({ path }: SourceFile): boolean {
  return /\.tsx?$/.test(path);
}

/** Every place of a file's text, comments and all or without them, that a pattern matches. */
function places({ path, text }: SourceFile, pattern: RegExp, what: string): readonly Finding[] {
  return [...text.matchAll(pattern)].map((found) => ({ path, line: lineAt(text, found.index), what: `${what}: ${found[0].trim()}` }));
}

/** The file's code alone: comments and strings are blanked out. */
function codeOnly({ path, text }: SourceFile): SourceFile {
  return { path, text: codeOf(text, "\"'`") };
}

/** No file of code is longer than 350 lines. */
export const shortFiles: Rule = (files) =>
  files
    .filter((file) => CODE.test(file.path))
    .flatMap(({ path, text }) => {
      const lines = text.trimEnd().split("\n").length;
      return lines > MOST_LINES ? [{ path, what: `${lines} lines, where ${MOST_LINES} are the most` }] : [];
    });

/** Every file of code or editable data opens with a comment that says what it is for. */
export const openingComment: Rule = (files) =>
  files
    .filter((file) => COMMENTED.test(file.path))
    .flatMap(({ path, text }) => {
      const opening = text.replace(/^#!.*\n/, "").trimStart();
      return /^(?:\/\/|\/\*|#|""")/.test(opening) ? [] : [{ path, line: 1, what: "opens without a comment that says what it is for" }];
    });

/** Nothing is hidden from the type checker: no `any`, no ts-comments. */
export const noEscapes: Rule = (files) =>
  files
    .filter(isTypeScript)
    .flatMap((file) => [
      ...places(codeOnly(file), /(?:[:,|&] |<|\bas )any\b(?!\s*[:=(])/g, "an any"),
      ...places(file, /@ts-(?:ignore|nocheck|expect-error)\b/g, "a comment that silences the type checker"),
    ]);

/** Every test runs: none is kept back by only, skip or todo. A test may still skip itself at run time, with its reason. */
export const allTestsRun: Rule = (files) =>
  files
    .filter((file) => file.path.endsWith(".test.ts"))
    .flatMap((file) =>
      places(codeOnly(file), /\b(?:test|it|describe|suite)(?:\.\w+)*\.(?:only|skip|todo|fails)\b/g, "a test that is kept from running"),
    );

/** No run writes the golden file that it then checks: file snapshots are written by hand, other snapshots not at all. */
export const noGoldenByRun: Rule = (files) => [
  ...files
    .filter((file) => file.path.endsWith(".test.ts"))
    .flatMap((file) =>
      places(
        codeOnly(file),
        /\.(?:toMatchSnapshot|toMatchInlineSnapshot|toThrowErrorMatchingSnapshot|toThrowErrorMatchingInlineSnapshot)\s*\(/g,
        "a snapshot that the run would write",
      ),
    ),
  ...files
    .filter((file) => file.path === "vitest.config.ts" && !/\bupdate: "none"/.test(file.text))
    .map(({ path }) => ({ path, what: 'must hold update: "none"' })),
  ...files
    .filter((file) => file.path === "package.json" || file.path === ".ci/run")
    .flatMap((file) => places(file, /vitest[^"\n]*\s(?:-u|--update(?!=(?:none|false)))\b/g, "a run that writes snapshots")),
];

/** Nothing names a place of one machine, nor the host of a package registry. */
export const nothingLocal: Rule = (files) =>
  files.flatMap((file) => [
    ...places(file, /(?<![\w.:/])\/(?:work|root|home|Users|mnt|workspace)\/[\w.-]*/g, "an absolute path of one machine"),
    ...places(
      file,
      /\b(?:registry\.npmjs\.org|registry\.yarnpkg\.com|(?:www\.)?pypi\.org|files\.pythonhosted\.org|proxy\.golang\.org|repo1?\.maven\.(?:apache\.)?org|deb\.debian\.org|(?:index|static)\.crates\.io)\b/g,
      "the host of a registry",
    ),
  ]);

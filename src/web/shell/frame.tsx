// The frame around every view: where one can go, the search, and how the server stands.
import { Link, Outlet, useNavigate, useRouter } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";
import type { FormEvent, RefObject } from "react";
import { Trouble } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { AlertCount } from "./alert-count.tsx";
import { SignIn } from "./sign-in.tsx";
import { KeysHelp } from "./help.tsx";
import { useKeys } from "./keys.tsx";
import { useAbsence, useFollowing, useStatus } from "./status.ts";
import { chooseTheme, themeChosen, THEMES } from "./theme.ts";
import type { Theme } from "./theme.ts";

/** Where one can go, and the key that leads there after `g`. */
const PLACES = [
  { to: "/deals", name: "Deals", key: "d" },
  { to: "/review", name: "Review", key: "r" },
  { to: "/documents", name: "Documents", key: "o" },
  { to: "/parties", name: "Parties", key: "p" },
  { to: "/items", name: "Items", key: "i" },
  { to: "/watches", name: "Watches", key: "w" },
  { to: "/add", name: "Add", key: "a" },
] as const;

/** The frame, with the view of the address within. */
export function Frame() {
  const [isHelped, setHelped] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  useFollowing();
  useKeys(
    useMemo(
      () => [
        { keys: "?", does: "Show the keys", run: () => setHelped(true) },
        { keys: "/", does: "Search", run: () => search.current?.focus() },
        ...PLACES.map(({ to, name, key }) => ({ keys: `g ${key}`, does: `Go to ${name.toLowerCase()}`, run: () => void navigate({ to }) })),
      ],
      [navigate],
    ),
  );
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className="bar">
        <Link to="/" activeOptions={{ exact: true }} className="brand">
          Pacta
        </Link>
        <Places />
        <SearchBox input={search} />
        <div className="bar-end">
          <ThemeChoice />
          <button className="plain" onClick={() => setHelped(true)} aria-label="Keys">
            ?
          </button>
        </div>
      </header>
      <main id="main">
        <Admitted />
      </main>
      <Foot />
      {isHelped ? <KeysHelp close={() => setHelped(false)} /> : null}
    </>
  );
}

/** Where one can go. On a narrow screen the places scroll sideways: the one where one is comes into sight. */
function Places() {
  const nav = useRef<HTMLElement>(null);
  const router = useRouter();
  useEffect(() => {
    const show = (): void => showHere(nav.current);
    show();
    // The router puts back what was scrolled when a view is there; this comes after it.
    return router.subscribe("onRendered", show);
  }, [router]);
  return (
    <nav ref={nav} className="nav" aria-label="Pages">
      {PLACES.map(({ to, name }) => (
        <Link key={to} to={to}>
          {name}
          {to === "/watches" ? <AlertCount /> : null}
        </Link>
      ))}
    </nav>
  );
}

function showHere(nav: HTMLElement | null): void {
  const here = nav?.querySelector("[aria-current=page]")?.getBoundingClientRect();
  if (nav === null || here === undefined) return;
  nav.scrollLeft += here.left - nav.getBoundingClientRect().left - (nav.clientWidth - here.width) / 2;
}

/** The view, or where one says who one is when the server asks for that. */
function Admitted() {
  const { error } = useStatus();
  return error instanceof Trouble && error.code === "PACTA_SERVER_TOKEN" ? <SignIn /> : <Outlet />;
}

function SearchBox({ input }: { readonly input: RefObject<HTMLInputElement | null> }) {
  const navigate = useNavigate();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const q = input.current?.value.trim() ?? "";
    if (q !== "") void navigate({ to: "/search", search: { q } });
  };
  return (
    <search>
      <form onSubmit={submit}>
        <input ref={input} type="search" aria-label="Search deals, documents, claims, parties, items" placeholder="Search  /" maxLength={500} />
      </form>
    </search>
  );
}

function ThemeChoice() {
  const [theme, setTheme] = useState(themeChosen);
  const choose = (chosen: Theme): void => {
    chooseTheme(chosen);
    setTheme(chosen);
  };
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
  return (
    <button className="plain" onClick={() => choose(next)} title={`Colours: ${theme}`} aria-label={`Colours: ${theme}. Change to ${next}`}>
      <span aria-hidden="true">{THEME_SIGNS[theme]}</span>
    </button>
  );
}

const THEME_SIGNS: Readonly<Record<Theme, string>> = { system: "◐", light: "☀", dark: "☾" };

function Foot() {
  const { data, error } = useStatus();
  const isAway = useAbsence();
  return (
    <footer className="foot" data-away={isAway}>
      {data === undefined ? null : <Stands status={data} />}
      {error === null ? null : (
        <strong>
          {data === undefined ? null : " · "}
          {isAway ? `The server does not answer: what is shown may be old. See whether pacta serve still runs.` : error.message}
        </strong>
      )}
    </footer>
  );
}

function Stands({ status: { version, ledger, book } }: { readonly status: Forms["Status"] }) {
  return (
    <>
      Pacta {version} · {ledger.location} · entry {ledger.seq} <code title={ledger.hash}>{ledger.hash.slice(0, 12)}</code>
      {book.behind === 0 ? null : <> · {book.behind} entries are being read into deals</>}
    </>
  );
}

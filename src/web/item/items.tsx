// All goods and services of deals, by the beginnings of their words.
import { Link, useNavigate } from "@tanstack/react-router";
import { Page, Values } from "../piece/index.ts";
import { itemsRoute } from "./route.ts";

/** Goods of which a word begins so. */
export function Items() {
  const { begins = "" } = itemsRoute.useSearch();
  const navigate = useNavigate();
  return (
    <Page title="Items">
      <Values
        path="/items"
        label="A word of it begins with (S-300, gas, frigate)"
        begins={begins}
        onBegins={(written) => void navigate({ to: "/items", search: written === "" ? {} : { begins: written }, replace: true })}
        Line={ItemLine}
      />
    </Page>
  );
}

function ItemLine({ name }: { readonly name: string }) {
  return (
    <Link to="/items/$name" params={{ name }}>
      {name}
    </Link>
  );
}

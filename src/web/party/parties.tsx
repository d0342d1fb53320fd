// All parties of deals: states, organisations, companies, groups.
import { Link, useNavigate } from "@tanstack/react-router";
import { Page, Values } from "../piece/index.ts";
import type { Counted } from "../piece/index.ts";
import { partiesRoute } from "./route.ts";

/** Parties by how an id or a name of theirs begins. */
export function Parties() {
  const { begins = "" } = partiesRoute.useSearch();
  const navigate = useNavigate();
  return (
    <Page title="Parties">
      <Values
        path="/parties"
        label="Begins with (a name, or an id such as RUS or UN)"
        begins={begins}
        onBegins={(written) => void navigate({ to: "/parties", search: written === "" ? {} : { begins: written }, replace: true })}
        Line={PartyLine}
      />
    </Page>
  );
}

function PartyLine({ id, name }: Pick<Counted, "id" | "name">) {
  return (
    <span>
      <Link to="/parties/$key" params={{ key: id ?? name }}>
        {name}
      </Link>{" "}
      {id === null ? null : <code className="soft">{id}</code>}
    </span>
  );
}

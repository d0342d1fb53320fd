// Who has deals with whom around a party, or about goods: as a picture to move about in, and as a table that says the same.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Bones, TroubleNote } from "../piece/index.ts";
import { networkAsked } from "./asked.ts";
import type { NetworkAnswer, NetworkOf } from "./asked.ts";
import { Picture } from "./picture.tsx";
import "./network.css";

/** The network of a party, which stands in the middle of it, or of goods. */
export function Network({ kind, name }: NetworkOf) {
  const asked = useQuery(networkAsked({ kind, name }));
  if (asked.isPending) return <Bones lines={6} />;
  if (asked.isError) return <TroubleNote error={asked.error} again={() => void asked.refetch()} />;
  if (asked.data.edges.length === 0)
    return <p className="soft">{kind === "parties" ? "It has no deals with others." : "Nobody has a deal about it with another."}</p>;
  return (
    <>
      <Picture network={asked.data} middle={kind === "parties" ? middleOf(asked.data, name) : undefined} />
      <details>
        <summary>The same as a table</summary>
        <Edges network={asked.data} />
      </details>
    </>
  );
}

/** The party that was asked about, however its address names it. */
function middleOf({ nodes }: NetworkAnswer, of: string): string {
  const asked = of.toLowerCase();
  return nodes.find(({ id, name }) => id.toLowerCase() === asked || name.toLowerCase() === asked)?.id ?? nodes[0]?.id ?? "";
}

function Edges({ network: { nodes, edges } }: { readonly network: NetworkAnswer }) {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Party</th>
          <th scope="col">and party</th>
          <th scope="col">Deals</th>
          <th scope="col">Of which kind</th>
        </tr>
      </thead>
      <tbody>
        {edges
          .toSorted((x, y) => y.deals - x.deals)
          .map(({ a, b, deals, kinds }) => (
            <tr key={`${a} ${b}`}>
              <td>
                <PartyLink id={a} name={names.get(a) ?? a} />
              </td>
              <td>
                <PartyLink id={b} name={names.get(b) ?? b} />
              </td>
              <td>{deals}</td>
              <td>
                {Object.entries(kinds)
                  .map(([kind, some]) => `${some} ${kind}`)
                  .join(", ")}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function PartyLink({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <Link to="/parties/$key" params={{ key: id }}>
      {name}
    </Link>
  );
}

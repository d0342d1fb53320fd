// Who is in most deals about goods, as a list: the network's parties.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Bones, dealsText, TroubleNote } from "../piece/index.ts";
import { networkAsked } from "./asked.ts";

/** The parties of deals about goods, most deals first. */
export function Dealers({ name }: { readonly name: string }) {
  const asked = useQuery(networkAsked({ kind: "items", name }));
  if (asked.isPending) return <Bones />;
  if (asked.isError) return <TroubleNote error={asked.error} again={() => void asked.refetch()} />;
  return (
    <ul className="plain-list values">
      {asked.data.nodes.map(({ id, name: party, ...deals }) => (
        <li key={id}>
          <Link to="/parties/$key" params={{ key: id }}>
            {party}
          </Link>
          <span className="soft small">{dealsText(deals)}</span>
        </li>
      ))}
    </ul>
  );
}

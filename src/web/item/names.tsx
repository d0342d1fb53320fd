// Under which other names goods go: variants, reporting names, spellings, each with the deals that tell of it so.
import { Link } from "@tanstack/react-router";
import type { Forms } from "../asking/index.ts";
import { dealsText } from "../piece/index.ts";

/** What the tables know of goods; nothing where they do not know them. */
export function Names({ item: { family, names, name } }: { readonly item: Forms["ItemAlone"] }) {
  if (family === undefined) return null;
  const told = names.filter(({ deals }) => deals > 0);
  const untold = names.filter(({ deals }) => deals === 0);
  return (
    <section className="sheet stack" aria-label="Names">
      <p>
        {family.name.toLowerCase() === name.toLowerCase() ? null : (
          <>
            Of the family{" "}
            <Link to="/items/$name" params={{ name: family.name }}>
              {family.name}
            </Link>
            :{" "}
          </>
        )}
        {family.kind}
        {family.maker === undefined ? null : (
          <>
            , made by{" "}
            <Link to="/parties/$key" params={{ key: family.maker }}>
              {family.maker}
            </Link>
          </>
        )}
      </p>
      {told.length === 0 ? null : (
        <ul className="plain-list values" aria-label="Other names in deals">
          {told.map((other) => (
            <li key={other.name}>
              <Link to="/items/$name" params={{ name: other.name }}>
                {other.name}
              </Link>
              <span className="soft small">{dealsText(other)}</span>
            </li>
          ))}
        </ul>
      )}
      {untold.length === 0 ? null : <p className="soft">Also called, in no deal so far: {untold.map((other) => other.name).join("; ")}</p>}
    </section>
  );
}

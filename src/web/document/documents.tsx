// The list of documents: the last that came first, page by page.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ask } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { Bones, counted, Day, Empty, Page, TroubleNote } from "../piece/index.ts";
import { idText } from "../../phrasing/index.ts";
import { publisherOf } from "./asked.ts";
import { documentsRoute } from "./route.ts";
import "./document.css";

const PAGE = 50;

/** The list of documents. */
export function Documents() {
  const { after } = documentsRoute.useSearch();
  const asked = useQuery({
    queryKey: ["documents", "list", after],
    queryFn: async ({ signal }) => ask<Forms["DocumentPage"]>("/documents", { query: { after, limit: PAGE }, signal }),
  });
  const { data } = asked;
  const total = useQuery({
    queryKey: ["documents", "total"],
    queryFn: async ({ signal }) => ask<Forms["DocumentTotal"]>("/totals/documents", { signal }),
  });
  return (
    <Page
      title="Documents"
      aside={total.data === undefined ? null : <span className="soft">{counted(total.data.documents, "document")}, each version a line</span>}
    >
      {asked.isPending ? <Bones lines={10} /> : null}
      {asked.isError ? <TroubleNote error={asked.error} again={() => void asked.refetch()} /> : null}
      {data?.documents.length === 0 ? (
        <Empty title="No documents yet">
          <p>
            <Link to="/add">Add</Link> some, or read them on the command line: <code>pacta read examples</code>
          </p>
        </Empty>
      ) : null}
      {data === undefined || data.documents.length === 0 ? null : <DocumentTable documents={data.documents} />}
      <nav aria-label="Pages of the list" className="row">
        {after === undefined ? null : <Link to="/documents">The newest</Link>}
        {data?.next === undefined ? null : (
          <Link to="/documents" search={{ after: data.next }}>
            Older ones
          </Link>
        )}
      </nav>
    </Page>
  );
}

function DocumentTable({ documents }: { readonly documents: readonly Forms["ListedDocument"][] }) {
  return (
    <table className="documents">
      <thead>
        <tr>
          <th scope="col">Document</th>
          <th scope="col">Publisher</th>
          <th scope="col">Published</th>
          <th scope="col">Version</th>
          <th scope="col">Language</th>
          <th scope="col">Came</th>
        </tr>
      </thead>
      <tbody>
        {documents.map((one) => (
          <tr key={one.seq}>
            <td>
              <Link to="/documents/$id" params={{ id: one.id }} search={one.version === 1 ? {} : { version: String(one.version) }}>
                {one.title ?? idText(one.id)}
              </Link>
            </td>
            <td data-name="Publisher">{publisherOf(one) ?? "not told"}</td>
            <td data-name="Published">{one.published === undefined ? "day unknown" : <Day iso={one.published.day} />}</td>
            <td data-name="Version">{one.version}</td>
            <td data-name="Language">{one.language ?? "not told"}</td>
            <td data-name="Came">
              <Day iso={one.at} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

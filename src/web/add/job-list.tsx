// The last jobs, each leading to what came of it.
import { Link } from "@tanstack/react-router";
import { TroubleNote } from "../piece/index.ts";
import { JobMark } from "./job-mark.tsx";
import { useJobs } from "./giving.ts";

/** The last jobs; nothing where there are none. */
export function JobList() {
  const { data, isError, error, refetch } = useJobs();
  if (isError) return <TroubleNote error={error} again={() => void refetch()} />;
  if (data === undefined || data.length === 0) return null;
  return (
    <section aria-labelledby="jobs">
      <h2 id="jobs">What was added</h2>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">State</th>
            <th scope="col">Documents</th>
            <th scope="col">Claims</th>
            <th scope="col">Failed</th>
          </tr>
        </thead>
        <tbody>
          {data.map((job) => (
            <tr key={job.id}>
              <th scope="row">
                <Link to="/add" search={{ job: job.id }}>
                  <time dateTime={job.made} title={job.made}>
                    {new Date(job.made).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" })}
                  </time>
                </Link>
                {job.by === undefined ? "" : ` by ${job.by}`}
              </th>
              <td>
                <JobMark job={job} />
              </td>
              <td>
                {job.documents === 1 ? "1 document" : `${job.documents} documents`} {job.known > 0 ? `(${job.known} unchanged)` : ""}
              </td>
              <td>{job.claims === 1 ? "1 claim" : `${job.claims} claims`}</td>
              <td>{job.failures === 0 ? "none failed" : `${job.failures} failed`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

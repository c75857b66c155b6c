import { useReach } from "./connection";

/** Says quietly that the server cannot be reached; what is shown stays, and so does what was typed. */
export function ConnectionStrip() {
  const reach = useReach();
  return (
    <div role="status" aria-live="polite">
      {reach === "lost" && (
        <div className="cam-strip">The server cannot be reached. Trying again; what you see may be out of date.</div>
      )}
    </div>
  );
}

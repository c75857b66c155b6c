import { Tooltip } from "@mantine/core";
import { useEffect, useState } from "react";
import { exactly, fromNow } from "./zones";

/** When something was, or will be, seen from now; exactly on hover and for screen readers. */
export function Ago({ at }: { at: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Tooltip label={exactly(at)} events={{ hover: true, focus: true, touch: true }}>
      <time dateTime={at}>{fromNow(at, now)}</time>
    </Tooltip>
  );
}

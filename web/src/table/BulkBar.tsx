import { Button, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { Selection } from "./useSelection";

/** What can be done with the selected rows, while there are any. */
export function BulkBar(props: { selection: Selection; total?: number; selectAll?: () => void; children: ReactNode }) {
  const count = props.selection.ids.size;
  if (count === 0) return null;
  return (
    <section className="cam-bulk" aria-label="Selected rows">
      <Text fw={600}>{count.toLocaleString()} selected</Text>
      {props.selectAll && props.total !== undefined && count < props.total && (
        <Button variant="subtle" onClick={props.selectAll}>
          Select all {props.total.toLocaleString()}
        </Button>
      )}
      {props.children}
      <Button variant="subtle" color="gray" onClick={props.selection.clear}>
        Clear
      </Button>
    </section>
  );
}

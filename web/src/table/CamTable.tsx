/**
 * A table of any number of rows: only those in sight are drawn; cards on a phone; all of it by keyboard.
 *
 * Rows that come and go while one scrolls cannot be those of a <table>, so roles say what is what. The grid has the
 * focus and tells which row is active: biome.json lets this file do so.
 */
import { ActionIcon, Checkbox, Menu, Skeleton } from "@mantine/core";
import { useLocalStorage, useMediaQuery } from "@mantine/hooks";
import { IconColumns3 } from "@tabler/icons-react";
import { type ColumnDef, columnVisibilityFeature, tableFeatures, useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { Failed } from "../app/Failed";
import type { Pages } from "./usePages";
import type { Selection } from "./useSelection";
import "./table.css";

const features = tableFeatures({ columnVisibilityFeature });
const ROW = 32;
const CARD = 76;
const NARROW = "(max-width: 700px)";

export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** As in `grid-template-columns`: `2fr`, `90px`. */
  width?: string;
  /** Right-aligned, with figures of one width. */
  numeric?: boolean;
  /** Not shown until somebody chooses it. */
  hidden?: boolean;
};

export type CamTableProps<Row extends { id: string }> = {
  /** What the table has, for screen readers and to keep the chosen columns by. */
  name: string;
  columns: Column<Row>[];
  pages: Pages<Row>;
  /** On a phone, a row's card. */
  card: (row: Row) => ReactNode;
  empty: ReactNode;
  selection?: Selection;
  onOpen?: (row: Row) => void;
  /** The row that is open beside the table. */
  openId?: string;
  /** Of the table at most, as in CSS. */
  height?: string;
  rowLabel?: (row: Row) => string;
};

export function CamTable<Row extends { id: string }>(props: CamTableProps<Row>) {
  const { pages, selection, columns } = props;
  const narrow = useMediaQuery(NARROW) ?? false;
  const [chosen, setChosen] = useLocalStorage<Record<string, boolean>>({
    key: `cam-columns-${props.name}`,
    defaultValue: {},
  });
  const [active, setActive] = useState(-1);
  const grid = useId();
  const scroller = useRef<HTMLDivElement>(null);

  const visibility = useMemo(
    () => Object.fromEntries(columns.map((column) => [column.id, chosen[column.id] ?? !column.hidden])),
    [columns, chosen],
  );
  const definitions = useMemo<ColumnDef<typeof features, Row>[]>(
    () => columns.map(({ id, header, cell }) => ({ id, header, cell: ({ row }) => cell(row.original) })),
    [columns],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: pages.rows,
    getRowId: (row) => row.id,
    state: { columnVisibility: visibility },
  });
  const shown = table.getVisibleLeafColumns().map(({ id }) => columns.find((one) => one.id === id) as Column<Row>);
  const rows = table.getRowModel().rows;

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (narrow ? CARD : ROW),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? -1;
  const { hasMore, loadMore } = pages;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `loadMore` is new each time and does nothing twice
  useEffect(() => {
    if (hasMore && lastSeen >= rows.length - 20) loadMore();
  }, [lastSeen, rows.length, hasMore]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are measured anew where rows become cards
  useEffect(() => virtual.measure(), [narrow]);

  const move = (to: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey || event.altKey) return;
    const row = rows[active]?.original;
    const acts: Record<string, (() => void) | undefined> = {
      j: () => move(active + 1),
      ArrowDown: () => move(active + 1),
      k: () => move(active - 1),
      ArrowUp: () => move(active - 1),
      Home: () => move(0),
      End: () => move(rows.length - 1),
      x: row && selection && (() => selection.toggle(row.id)),
      " ": row && selection && (() => selection.toggle(row.id)),
      Enter: row && (() => props.onOpen?.(row)),
      Escape: () => (selection?.ids.size ? selection.clear() : setActive(-1)),
    };
    const act = acts[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  };

  if (pages.error && rows.length === 0) return <Failed error={pages.error} retry={pages.refresh} />;
  if (!pages.loading && rows.length === 0) return <>{props.empty}</>;
  const template = [...(selection ? ["32px"] : []), ...shown.map((column) => column.width ?? "1fr")].join(" ");
  const all = rows.map((row) => row.id);
  const selectedHere = selection ? all.filter((id) => selection.has(id)).length : 0;
  return (
    <div className="cam-table-box">
      {!narrow && (
        <div className="cam-table-tools">
          <ColumnChoice
            columns={columns}
            visible={visibility}
            choose={(id, on) => setChosen({ ...chosen, [id]: on })}
          />
        </div>
      )}
      <div
        ref={scroller}
        className="cam-table"
        role="grid"
        aria-label={props.name}
        aria-rowcount={pages.total ?? rows.length}
        aria-multiselectable={selection !== undefined || undefined}
        aria-activedescendant={
          rows[active] && items.some((item) => item.index === active) ? `${grid}-${active}` : undefined
        }
        aria-busy={pages.loading || pages.stale}
        tabIndex={0}
        onKeyDown={onKeyDown}
        style={{ maxHeight: props.height ?? "min(70vh, 760px)" }}
        data-stale={pages.stale || undefined}
      >
        <div
          role="row"
          className="cam-table-head"
          style={{ gridTemplateColumns: template }}
          data-narrow={narrow || undefined}
        >
          {selection && (
            <span role="columnheader">
              <Checkbox
                size="xs"
                aria-label="Select all loaded rows"
                checked={all.length > 0 && selectedHere === all.length}
                indeterminate={selectedHere > 0 && selectedHere < all.length}
                onChange={() => selection.toggleAll(all)}
              />
            </span>
          )}
          {shown.map((column) => (
            <span key={column.id} role="columnheader" className={column.numeric ? "cam-number" : undefined}>
              {column.header}
            </span>
          ))}
        </div>
        {pages.loading ? (
          <Waiting height={narrow ? CARD : ROW} />
        ) : (
          <div role="rowgroup" className="cam-table-rows" style={{ height: virtual.getTotalSize() }}>
            {items.map((item) => {
              const row = rows[item.index];
              if (!row) return null;
              const { original } = row;
              return (
                <div
                  key={row.id}
                  id={`${grid}-${item.index}`}
                  ref={narrow ? virtual.measureElement : undefined}
                  data-index={item.index}
                  role="row"
                  aria-rowindex={item.index + 1}
                  aria-selected={selection ? selection.has(row.id) : undefined}
                  className={narrow ? "cam-card" : "cam-row"}
                  data-active={item.index === active || undefined}
                  data-open={row.id === props.openId || undefined}
                  style={{
                    transform: `translateY(${item.start}px)`,
                    gridTemplateColumns: narrow ? undefined : template,
                  }}
                  onClick={() => {
                    setActive(item.index);
                    props.onOpen?.(original);
                  }}
                >
                  {selection && (
                    <span role="gridcell" onClick={(event) => event.stopPropagation()}>
                      <Checkbox
                        size="xs"
                        aria-label={`Select ${props.rowLabel?.(original) ?? "row"}`}
                        checked={selection.has(row.id)}
                        onChange={() => selection.toggle(row.id)}
                      />
                    </span>
                  )}
                  {narrow ? (
                    <div role="gridcell">{props.card(original)}</div>
                  ) : (
                    row.getVisibleCells().map((cell, at) => (
                      <span key={cell.id} role="gridcell" className={shown[at]?.numeric ? "cam-number" : undefined}>
                        <table.FlexRender cell={cell} />
                      </span>
                    ))
                  )}
                </div>
              );
            })}
          </div>
        )}
      </div>
      {pages.error && <Failed error={pages.error} retry={pages.refresh} />}
    </div>
  );
}

/** Of the size that rows will have, so that nothing jumps. */
function Waiting({ height }: { height: number }) {
  return (
    <div>
      {Array.from({ length: 8 }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <div key={at} style={{ height, padding: "8px 12px" }}>
          <Skeleton height={height - 16} />
        </div>
      ))}
    </div>
  );
}

function ColumnChoice<Row>(props: {
  columns: Column<Row>[];
  visible: Record<string, boolean>;
  choose: (id: string, on: boolean) => void;
}) {
  return (
    <Menu closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label="Columns">
          <IconColumns3 size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {props.columns.map(({ id, header }) => (
          <Menu.Item
            key={id}
            role="menuitemcheckbox"
            aria-checked={props.visible[id]}
            onClick={() => props.choose(id, !props.visible[id])}
          >
            {props.visible[id] ? "✓ " : "\u2003"}
            {header}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

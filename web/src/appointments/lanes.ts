/** Where blocks stand that overlap: side by side. */
export type Block = { begin: number; end: number };
export type Lane = { lane: number; of: number };

/** For each block, of how many lanes it stands in which, from 0. Blocks that touch no other have one to themselves. */
export function lanes(blocks: readonly Block[]): Lane[] {
  const order = blocks.map((_, at) => at).sort((one, other) => startOf(blocks, one) - startOf(blocks, other));
  const placed: Lane[] = blocks.map(() => ({ lane: 0, of: 1 }));
  let group: number[] = [];
  let ends: number[] = []; // of each lane, in the group of blocks that overlap at least one other of it
  const close = () => {
    for (const at of group) placed[at] = { lane: placed[at]?.lane ?? 0, of: ends.length };
    group = [];
    ends = [];
  };
  for (const at of order) {
    const { begin, end } = blocks[at] as Block;
    if (ends.every((one) => one <= begin)) close();
    const free = ends.findIndex((one) => one <= begin);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = end;
    placed[at] = { lane, of: 1 };
    group.push(at);
  }
  close();
  return placed;
}

function startOf(blocks: readonly Block[], at: number): number {
  return blocks[at]?.begin ?? 0;
}

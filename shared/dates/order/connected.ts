/** The strongly connected parts of a graph given by its successors: for each node the number of its part (R. Tarjan, 1972). */
export function connected(successors: readonly (readonly number[])[]): Int32Array {
  const size = successors.length;
  const part = new Int32Array(size).fill(-1);
  const seen = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const next = new Int32Array(size);
  const open: number[] = [];
  let [count, parts] = [0, 0];

  const enter = (node: number, way: number[]) => {
    seen[node] = low[node] = count;
    count += 1;
    open.push(node);
    way.push(node);
  };
  const leave = (node: number, parent: number | undefined) => {
    if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
    if (low[node] !== seen[node]) return;
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      part[one] = parts;
      if (one === node) break;
    }
    parts += 1;
  };

  for (let root = 0; root < size; root += 1) {
    const way: number[] = [];
    if (seen[root] === -1) enter(root, way);
    for (let node = way.at(-1); node !== undefined; node = way.at(-1)) {
      const other = successors[node]?.[next[node] ?? 0];
      next[node] = (next[node] ?? 0) + 1;
      if (other === undefined) {
        way.pop();
        leave(node, way.at(-1));
      } else if (seen[other] === -1) enter(other, way);
      else if (part[other] === -1) low[node] = Math.min(low[node] ?? 0, seen[other] ?? 0);
    }
  }
  return part;
}

// After a filter the events that are left move up into the rows that became free, in the order in which
// they were packed at first, and a lane ends below its last row.

const GAP = 9, FOOT = 6, MARK = 5;  // px between neighbours, below the last row, half a mark

function repack(figure) {
  const { layout } = figure, cuts = [];
  if (layout.meta.counts.density) return;
  for (const lane of layout.meta.lanes) {
    const rows = settle(figure, lane), end = Math.max(lane.least, lane.rows + Math.max(1, rows) * lane.row + FOOT);
    if (end < lane.bottom) cuts.push([end, lane.bottom]);
  }
  if (cuts.length) shorten(figure, cuts);
}

function settle(figure, lane) {  // moves the events of a lane; how many rows they need
  const top = plotTop(figure.layout, lane.yaxis), before = Math.round((lane.bottom - lane.rows) / lane.row);
  const isIn = y => top + y >= lane.top && top + y < lane.bottom, rowOf = y => Math.round((top + y - lane.rows) / lane.row - 0.5);
  const traces = figure.data.filter(trace => trace.yaxis === lane.yaxis), taken = intervals(figure.layout, lane, traces, isIn, rowOf);
  const rows = [], moved = new Map();
  const isFree = (row, low, high) => (rows[row] ?? []).every(([a, b]) => b + GAP <= low || high + GAP <= a);
  for (const [id, mine] of taken) {
    const first = Math.min(...mine.keys()), spans = [...mine].map(([row, [low, high]]) => [row - first, low, high]);
    let row = 0;
    while (row < before && !spans.every(([offset, low, high]) => isFree(row + offset, low, high))) row++;
    if (row === before) row = first;  // marks that shared a place go on sharing it
    for (const [offset, low, high] of spans) (rows[row + offset] ??= []).push([low, high]);
    moved.set(id, (row - first) * lane.row);
  }
  for (const trace of traces) {
    const of = trace.customdata ?? trace.meta;
    if (Array.isArray(of)) trace.y = trace.y.map((y, at) => isIn(y) ? y + (moved.get(of[at]) ?? 0) : y);
  }
  for (const shape of figure.layout.shapes ?? []) {
    const id = shape.name?.startsWith('event:') && shape.yref === lane.yaxis ? shape.name.slice(6) : '';
    if (moved.has(id) && isIn(shape.yanchor)) shape.yanchor += moved.get(id);
  }
  return rows.length;
}

function intervals(layout, lane, traces, isIn, rowOf) {  // id → row → [from, to] in px, in the order of the marks
  const room = layout.width - layout.margin.l - layout.margin.r, [a, b] = lane.range, px = u => (u - a) / (b - a) * room;
  const taken = new Map();
  const take = (id, y, low, high) => {
    if (!isIn(y)) return;
    if (!taken.has(id)) taken.set(id, new Map());
    const [from, to] = taken.get(id).get(rowOf(y)) ?? [low, high];
    taken.get(id).set(rowOf(y), [Math.min(from, low), Math.max(to, high)]);
  };
  for (const trace of traces.filter(one => one.name === 'marks')) trace.x.forEach((u, at) => take(trace.customdata[at], trace.y[at], px(u) - MARK, px(u) + MARK));
  for (const trace of traces.filter(one => one.name === 'bars' || one.name === 'hits')) trace.x.forEach((length, at) => take((trace.customdata ?? trace.meta)[at], trace.y[at], px(trace.base[at]), px(trace.base[at] + length)));
  return taken;
}

const plotTop = (layout, ref) => (1 - layout[`yaxis${ref.slice(1)}`].domain[1]) * layout.height;

function shorten(figure, cuts) {  // takes stretches, in px from the top, out of a figure
  const { layout } = figure, { height, meta } = layout;
  const at = px => px - cuts.reduce((less, [from, to]) => less + Math.max(0, Math.min(px, to) - from), 0);
  const total = at(height), onPaper = y => 1 - at((1 - y) * height) / total;
  const refs = [...new Set(meta.lanes.map(lane => lane.yaxis))], tops = new Map(refs.map(ref => [ref, plotTop(layout, ref)]));
  const onAxis = ref => ref === 'paper' ? onPaper : tops.has(ref) ? y => y === null ? y : at(tops.get(ref) + y) - at(tops.get(ref)) : y => y;
  for (const trace of figure.data) trace.y = trace.y.map(onAxis(trace.yaxis));
  for (const note of layout.annotations ?? []) note.y = onAxis(note.yref)(note.y);
  for (const shape of layout.shapes ?? []) for (const name of shape.ysizemode === 'pixel' ? ['yanchor'] : ['y0', 'y1']) shape[name] = onAxis(shape.yref)(shape[name]);
  for (const ref of refs) {
    const axis = layout[`yaxis${ref.slice(1)}`];
    axis.range = axis.range.map(onAxis(ref));
    axis.domain = axis.domain.map(onPaper);
  }
  for (const lane of meta.lanes) for (const name of ['top', 'rows', 'bottom', 'least']) lane[name] = at(lane[name]);
  layout.height = meta.height = total;
}

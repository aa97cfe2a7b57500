// The timeline around plotly.js: draws what Python computed, keeps zoom over filter changes, and
// reports windows, width and opened events. It knows no event: ids pass through it.

const LATE = 1500, DEBOUNCE = 160, STEP = 0.2, ZOOM = 0.25;

const loadPlotly = src => window.Plotly ? Promise.resolve() : (window.plotlyLoading ??= new Promise((done, failed) => {
  const script = Object.assign(document.createElement('script'), { src: new URL(src, document.baseURI).href, onload: done, onerror: failed });
  document.head.append(script);
}));

const states = new WeakMap();

function setUp(root) {
  const state = { root, chart: root.querySelector('.chart'), overview: root.querySelector('.overview'), ring: root.querySelector('.ring'),
    live: root.querySelector('.live'), message: root.querySelector('.message'), current: -1, active: false };
  states.set(root, state);
  root.querySelectorAll('button[data-do]').forEach(button => button.addEventListener('click', () => act(state, button.dataset.do)));
  state.chart.addEventListener('keydown', event => onKey(state, event));
  state.chart.addEventListener('wheel', event => onWheel(state, event), { capture: true, passive: true });
  state.chart.addEventListener('pointerdown', () => { state.active = true; state.chart.focus({ preventScroll: true }); }, { capture: true });
  state.chart.addEventListener('blur', () => { state.active = false; hideRing(state); });
  new ResizeObserver(() => reportWidth(state)).observe(root);
  return state;
}

function reportWidth(state) {
  const width = Math.round(state.root.clientWidth);
  if (!width || width === state.width) return;
  state.width = width;
  state.send('width', width);
}

// Reading and setting windows ------------------------------------------------------------------

const axisName = ref => 'xaxis' + ref.slice(1);

// Days are drawn on an axis in which empty years may be folded; `folds` leads back to days.
function dayOf(u, folds) {
  let shift = 0;
  for (const fold of folds) {
    if (u <= fold.u_from) break;
    if (u < fold.u_to) return fold.from + (u - fold.u_from) * (fold.to - fold.from) / (fold.u_to - fold.u_from);
    shift = fold.to - fold.u_to;
  }
  return u + shift;
}

function windowOf(state, lane) {  // first and last day, both included
  const [a, b] = state.chart._fullLayout[axisName(lane.axis)].range.map(Number);
  const first = Math.round(dayOf(a, lane.folds));
  return [first, Math.max(first, Math.round(dayOf(b, lane.folds)) - 1)];
}

function setRanges(state, change, lanes) {
  const update = {};
  for (const axis of new Set(lanes.map(lane => lane.axis))) {
    const [a, b] = state.chart._fullLayout[axisName(axis)].range.map(Number);
    update[axisName(axis) + '.range'] = change(a, b);
  }
  window.Plotly.relayout(state.chart, update);
}

function reportZoom(state) {
  clearTimeout(state.pause);
  state.pause = setTimeout(() => {
    const zoom = {};
    for (const lane of state.meta.lanes) zoom[lane.id] = windowOf(state, lane);
    state.asked = performance.now();
    state.send('zoom', { axis: state.meta.axis, lanes: zoom });
  }, DEBOUNCE);
}

// What the buttons and keys do -------------------------------------------------------------------

function act(state, what) {
  if (!state.meta) return;
  const lanes = lanesAt(state);
  if (what === 'all') { state.send('zoom', { axis: state.meta.axis, lanes: null }); return; }
  const move = { earlier: [-STEP, -STEP], later: [STEP, STEP], in: [ZOOM, -ZOOM], out: [-ZOOM * 2, ZOOM * 2] }[what];
  setRanges(state, (a, b) => [a + move[0] * (b - a), b + move[1] * (b - a)], lanes);
}

// A click on “3 earlier” or “2 later” shows the whole lane; one on folded years shows those years.
function widen(state, name) {
  const [what, lane, n] = name.split(':');
  if (what === 'fold') {
    const fold = state.meta.lanes.find(item => item.id === lane).folds[n];
    const folded = item => state.meta.axis === 'shared' || item.id === lane;
    const lanes = Object.fromEntries(state.meta.lanes.map(item => [item.id, folded(item) ? [fold.from, fold.to - 1] : windowOf(state, item)]));
    state.send('zoom', { axis: state.meta.axis, lanes });
  } else if (what === 'earlier' || what === 'later') state.trigger('widen', lane);
}

function lanesAt(state) {  // the lane of the event under the keyboard, else all
  const event = state.events[state.current];
  const own = event && state.meta.lanes.filter(lane => lane.id === event.lane);
  return own?.length ? own : state.meta.lanes;
}

function onKey(state, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const what = !event.shiftKey && { ArrowLeft: 'earlier', ArrowRight: 'later' }[event.key] || { '+': 'in', '=': 'in', '-': 'out', Home: 'all' }[event.key];
  if (what) act(state, what);
  else if (event.shiftKey && event.key.startsWith('Arrow')) stepBin(state, event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : -1);
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(state, event.key === 'ArrowDown' ? 1 : -1);
  else if (event.key === 'Enter' && state.events[state.current]) open(state, state.events[state.current].id);
  else if (event.key === 'Escape') { state.active = false; hideRing(state); return; }
  else return;
  event.preventDefault();
}

function onWheel(state, event) {
  if (state.active || event.ctrlKey || event.metaKey) return;
  event.stopPropagation();  // the page scrolls; plotly does not see it
  state.message.textContent = state.labels.wheel;
  clearTimeout(state.hint);
  state.hint = setTimeout(() => { state.message.textContent = ''; }, 1500);
}

// Going from event to event ---------------------------------------------------------------------

function step(state, by) {
  const count = state.events.length;
  if (!count) return;
  state.current = state.current < 0 && by < 0 ? count - 1 : (state.current + by + count) % count;
  const event = state.events[state.current];
  state.live.textContent = event.text;
  showRing(state, event);
}

// Where events are too many to mark each, Shift and an arrow go from bar to bar and read its count.
function stepBin(state, by) {
  const bins = state.chart.data.filter(trace => trace.name === 'density').flatMap(trace => trace.x.map((x, at) => ({ trace, x, at })));
  if (!bins.length) return;
  const before = state.bin ?? (by > 0 ? -1 : bins.length);
  state.bin = (before + by + bins.length) % bins.length;
  const { trace, x, at } = bins[state.bin], layout = state.chart._fullLayout;
  const lanes = state.meta.lanes, name = lanes.length > 1 ? `${lanes.find(lane => lane.id === trace.meta.lane).label}, ` : '';
  state.message.textContent = name + trace.hovertext[at];
  const across = layout['xaxis' + (trace.xaxis ?? 'x').slice(1)], down = layout['yaxis' + (trace.yaxis ?? 'y').slice(1)];
  placeRing(state, [across._offset + across.d2p(x), down._offset + down.d2p(trace.base)]);
}

function pixelOf(state, event) {
  const lane = state.meta.lanes.find(item => item.id === event.lane);
  for (const trace of state.chart.data) {
    const at = trace.customdata ? trace.customdata.indexOf(event.id) : -1;
    if (at < 0 || (lane && (trace.xaxis ?? 'x') !== lane.axis && state.meta.axis === 'own')) continue;
    const layout = state.chart._fullLayout;
    const x = layout['xaxis' + (trace.xaxis ?? 'x').slice(1)], y = layout['yaxis' + (trace.yaxis ?? 'y').slice(1)];
    return [x._offset + x.d2p(trace.x[at]), y._offset + y.d2p(trace.y[at])];
  }
  return null;
}

function showRing(state, event) {
  placeRing(state, pixelOf(state, event));
}

function placeRing(state, at) {
  state.ring.hidden = !at;
  if (!at) return;
  state.ring.style.left = `${at[0]}px`;
  state.ring.style.top = `${at[1]}px`;
  const box = state.ring.getBoundingClientRect();
  if (box.top < 80 || box.bottom > innerHeight - 40) state.ring.scrollIntoView({ block: 'center' });
}

function hideRing(state) { state.ring.hidden = true; }

function open(state, id) {
  if (window.timelinePage) Object.assign(window.timelinePage, { focus: '#event-title', opener: '.timeline .chart' });  // closing leads back here
  state.trigger('open', id);
}

// Drawing ---------------------------------------------------------------------------------------

async function draw(state, data) {
  const config = { responsive: false, displayModeBar: false, scrollZoom: true, doubleClick: false, showSendToCloud: false, showTips: false };
  const figure = data.figure ? JSON.parse(data.figure) : null, overview = JSON.parse(data.overview);
  hideRing(state);
  state.events = (figure?.layout.meta.lanes ?? []).flatMap(lane => lane.drawn.map(([id, text]) => ({ id, text, lane: lane.id })));
  if (figure) {
    await window.Plotly.react(state.chart, figure.data, figure.layout, config);
    state.meta = figure.layout.meta;
  }
  await window.Plotly.react(state.overview, overview.data, overview.layout, { ...config, staticPlot: true });
  state.bin = undefined;
  state.current = Math.min(state.current, state.events.length - 1);
  state.root.dataset.drawn = data.version;
  state.message.textContent = '';
  if (!figure || state.listening) return;
  state.listening = true;
  state.chart.on('plotly_relayout', change => { if (Object.keys(change).some(key => /^xaxis\d*\.range/.test(key))) reportZoom(state); });
  state.chart.on('plotly_click', click => { const id = click.points.find(point => point.customdata)?.customdata; if (id) open(state, id); });
  state.chart.on('plotly_hover', () => state.chart.classList.add('onmark'));
  state.chart.on('plotly_unhover', () => state.chart.classList.remove('onmark'));
  state.chart.on('plotly_clickannotation', click => widen(state, click.annotation.name ?? ''));
}

export default function ({ data, setStateValue, setTriggerValue, parentElement }) {
  const root = parentElement.querySelector('.timeline');
  const state = states.get(root) ?? setUp(root);
  Object.assign(state, { send: setStateValue, trigger: setTriggerValue, labels: data.labels });
  root.querySelectorAll('button[data-do]').forEach(button => { button.textContent = data.labels[button.dataset.do].sign; button.setAttribute('aria-label', data.labels[button.dataset.do].name); button.title = data.labels[button.dataset.do].name; });
  root.classList.toggle('brief', !data.figure);
  state.chart.setAttribute('aria-label', data.alt);
  root.querySelector('.help').textContent = data.labels.help;
  state.overview.setAttribute('aria-label', data.overviewAlt);
  if (!root.dataset.drawn) state.message.textContent = data.labels.waiting;
  reportWidth(state);
  clearTimeout(state.late);
  if (state.root.dataset.drawn === data.version) return;
  const start = performance.now();
  if (state.asked) performance.measure('timeline answered', { start: state.asked });
  state.asked = 0;
  const show = () => loadPlotly(data.src).then(() => draw(state, data)).then(() => performance.measure('timeline drawn', { start })).catch(error => { state.message.textContent = data.labels.failed; console.error(error); });
  // For another width Python draws anew as soon as it was told; should that be lost, this is better than nothing.
  if (Math.abs(data.width - root.clientWidth) > 2) state.late = setTimeout(show, LATE);
  else show();
}

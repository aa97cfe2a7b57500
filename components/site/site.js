// A site of files: theme, figures, timeline, filters, search. It asks no server for anything; what it
// draws and searches comes from scripts beside the pages, or from the page itself where all is in one.

const body = document.body, root = body.dataset.root ?? '', single = body.classList.contains('single');
document.documentElement.classList.add('js');
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const make = (tag, className = '', text = '') => Object.assign(document.createElement(tag), { className, textContent: text });
const said = (words, values) => words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

// What is loaded when it is needed ----------------------------------------------------------------

const loading = new Map(), givers = new Map();
window.siteData = (name, data) => givers.get(name)?.(data);

const addScript = src => new Promise((done, failed) => document.head.append(Object.assign(document.createElement('script'), { src, onload: done, onerror: failed })));

async function unpacked(name) {
  const bytes = Uint8Array.from(atob(document.getElementById(`data:${name}`).textContent), sign => sign.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

function data(name) {
  if (!loading.has(name)) loading.set(name, single ? unpacked(name).then(JSON.parse) : new Promise((done, failed) => {
    givers.set(name, done);
    addScript(`${root}data/${name}.js`).catch(failed);
  }));
  return loading.get(name);
}

let plotly;
const loadPlotly = () => plotly ??= single
  ? unpacked('plotly').then(code => { document.head.append(Object.assign(document.createElement('script'), { textContent: code })); })
  : addScript(`${root}assets/plotly-basic.min.js`);

// Addresses: `path` and `#place`, as the file in which everything stands has them -------------------

function address(path) {
  const [page, place] = path.split('#');
  if (single) return `#${page}${place ? `/${place}` : ''}`;
  return `${root}${page}.html${place ? `#${place}` : ''}`;
}

const here = () => decodeURIComponent(location.hash.slice(1));

function query() {  // what the address says of this page's filters
  const text = single ? location.hash.split('?')[1] ?? '' : location.hash.slice(1);
  const found = new URLSearchParams(text.includes('=') ? text : '');
  if (!single) for (const [key, value] of new URLSearchParams(location.search)) found.append(key, value);
  return found;
}

function remember(page, found) {  // without a step in the browser's history
  const text = found.toString();
  const hash = single ? `#${page}${text ? `?${text}` : ''}` : text ? `#${text}` : location.pathname;
  try { history.replaceState(null, '', hash); } catch { /* a browser that forbids it for files */ }
}

const byId = (page, id) => document.getElementById(single ? `${page}/${id}` : id);

// Light and dark ----------------------------------------------------------------------------------

const kept = { get theme() { try { return localStorage.getItem('theme'); } catch { return null; } }, set theme(value) { try { localStorage.setItem('theme', value); } catch { /* nothing is remembered */ } } };
const isDark = () => (document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
if (kept.theme) document.documentElement.dataset.theme = kept.theme;
all('[data-theme-switch]').forEach(button => button.addEventListener('click', () => {
  document.documentElement.dataset.theme = kept.theme = isDark() ? 'light' : 'dark';
  redraw();
}));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => redraw());

// Figures -----------------------------------------------------------------------------------------

const CONFIG = { displayModeBar: false, responsive: false, doubleClick: false, showSendToCloud: false, showTips: false };

function figureFor(drawing, width) {  // the widest that fits, in the colours of the theme
  const side = isDark() ? 1 : 0;
  const resolved = value => {
    if (typeof value === 'string') return value[0] === '§' ? drawing.pairs[Number(value.slice(1))][side] : value;
    if (Array.isArray(value)) return value.map(resolved);
    return value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolved(one)])) : value;
  };
  const [, figure] = drawing.at.findLast(([at]) => at <= width) ?? drawing.at[0];
  return structuredClone(resolved(figure));
}

const seen = new Set();

async function drawFigure(box) {
  seen.add(box);
  watcher.unobserve(box);
  try {
    const [drawing] = await Promise.all([data(box.dataset.figure), loadPlotly()]);
    const figure = figureFor(drawing, box.clientWidth), small = box.classList.contains('small');
    const look = `${figure.layout.width} ${isDark()}`;
    if (box.dataset.look === look || !box.clientWidth) return reachable(box);
    box.dataset.look = look;
    box.querySelector('.waiting')?.remove();
    await Plotly.newPlot(box, figure.data, { ...figure.layout, dragmode: false }, { ...CONFIG, staticPlot: small });
    box.style.minHeight = `${figure.layout.height}px`;
    reachable(box);
    if (box.dataset.figure.startsWith('clocks-')) box.on('plotly_click', click => {
      const stage = click.points.find(point => point.customdata)?.customdata;
      if (stage) location.hash = single ? `${box.closest('.page').id}/open-${stage}` : `open-${stage}`;
    });
  } catch (error) {
    box.replaceChildren(make('p', 'waiting', WORDS.failed));
    console.error(error);
  }
}

// A chart wider than a very narrow window is scrolled, by the keyboard as well.
function reachable(box) {
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0; else box.removeAttribute('tabindex');
}

const watcher = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => drawFigure(entry.target)), { rootMargin: '300px' });
all('[data-figure]').forEach(box => { box.append(make('p', 'waiting', WORDS.waiting)); watcher.observe(box); });
addEventListener('beforeprint', () => all('[data-figure]').filter(box => box.clientWidth).forEach(drawFigure));

function redraw() {
  [...seen].filter(box => box.clientWidth).forEach(drawFigure);
  timelines.forEach(one => one.draw());
}

let pause;
addEventListener('resize', () => { clearTimeout(pause); pause = setTimeout(redraw, 150); });

// Words found whatever their spelling; the rules are those of the catalogue --------------------------

let folding;

function plainWords(piece) {
  const joined = [...piece].filter(sign => !folding.apostrophes.includes(sign)).join('')
    .replace(/(?<![\p{L}\p{N}_])(?:[\p{L}\p{N}_]\.){2,}[\p{L}\p{N}_](?![\p{L}\p{N}_])\.?/gu, found => found.replaceAll('.', ''));
  let bare = joined;
  for (let turn = 0; turn < 2; turn++) bare = bare.toLowerCase().replaceAll('ß', 'ss').normalize('NFKD').replace(/\p{Mn}/gu, '');
  return [...bare].map(sign => folding.roman[sign] ?? sign).join('').match(/[\p{L}\p{N}]+/gu) ?? [];
}

function folded(word) {
  for (let before; before !== word;) {
    before = word;
    for (const [pattern, common] of folding.rules) word = word.replace(pattern, common);
  }
  return word;
}

async function queryWords(text) {  // of each word the forms of which one must begin a word
  folding ??= await data('folding').then(found => ({ ...found, rules: found.spellings.map(([pattern, common]) => [new RegExp(pattern, 'gu'), common]) }));
  return text.split(/\s+/).flatMap(piece => {
    const forms = plainWords(piece).map(word => [word, folded(word)]);
    const bare = plainWords(piece.replace(/^[\p{L}\p{N}_]['’](?=[\p{L}\p{N}_])/u, ''));
    if (forms.length && bare.length && bare[0] !== forms[0][0]) forms[0].push(bare[0], folded(bare[0]));
    return forms;
  });
}

const holds = (text, words) => words.every(forms => forms.some(form => text.includes(` ${form}`)));

// The front page: filters, list, timeline ------------------------------------------------------------

const KEYS = ['country', 'tendency', 'theme', 'kind', 'standing'];
const timelines = [];

async function front(form) {
  const page = form.closest('.page') ?? document, state = { q: '', words: [], lanes: 'collection', zoom: null, chosen: new Map(KEYS.map(key => [key, new Set()])) };
  const boxes = all('input[type=checkbox]', form), field = form.elements.q, switches = all('input[name=lanes]', page);
  const { events, names } = await data('events');
  const items = new Map(Object.keys(events).map(id => [id, byId('index', `e-${id}`)]));
  const line = new Timeline(page.querySelector('[data-timeline]'), events, state, () => write());
  timelines.push(line);

  const fits = (event, without) => KEYS.every(key => key === without || !state.chosen.get(key).size || event[key].some(value => state.chosen.get(key).has(value)))
    && (without === 'q' || holds(event.q, state.words));

  function read() {
    const found = query();
    for (const key of KEYS) state.chosen.set(key, new Set(found.getAll(key).filter(value => names[key][value])));
    state.q = (found.get('q') ?? '').slice(0, 200);
    state.lanes = switches.some(one => one.value === found.get('lanes')) ? found.get('lanes') : 'collection';
    state.zoom = found.getAll('zoom').map(text => text.split(':')).filter(parts => parts.length === 3 && parts.slice(1).every(part => Number.isFinite(Number(part)))).map(([lane, a, b]) => [lane, Number(a), Number(b)]);
    boxes.forEach(box => { box.checked = state.chosen.get(box.name).has(box.value); });
    switches.forEach(one => { one.checked = one.value === state.lanes; });
    field.value = state.q;
  }

  function write() {
    const found = new URLSearchParams();
    for (const key of KEYS) for (const value of state.chosen.get(key)) found.append(key, value);
    if (state.q) found.set('q', state.q);
    if (state.lanes !== 'collection') found.set('lanes', state.lanes);
    for (const zoom of state.zoom ?? []) found.append('zoom', zoom.join(':'));
    remember('index', found);
  }

  function inUse() {  // each filter at work: its name, what it is without it, how to take it away
    const found = [];
    if (state.q) found.push({ name: said(WORDS.words, { name: state.q }), count: () => Object.values(events).filter(event => fits(event, 'q')).length, drop: () => { state.q = ''; state.words = []; field.value = ''; } });
    for (const key of KEYS) for (const value of state.chosen.get(key)) found.push({
      name: names[key][value],
      count: () => { const set = state.chosen.get(key); set.delete(value); const number = Object.values(events).filter(event => fits(event)).length; set.add(value); return number; },
      drop: () => { state.chosen.get(key).delete(value); boxes.filter(box => box.name === key && box.value === value).forEach(box => { box.checked = false; }); },
    });
    return found;
  }

  function button(label, name, act) {
    const made = make('button', '', label);
    made.type = 'button';
    if (name) made.setAttribute('aria-label', name);
    made.addEventListener('click', () => { act(); changed(); });
    return made;
  }

  function reset() { inUse().forEach(one => one.drop()); }

  async function changed() {
    state.words = await queryWords(state.q);
    show();
    write();
  }

  function show() {
    const left = new Set(Object.keys(events).filter(id => fits(events[id])));
    for (const [id, item] of items) item.hidden = !left.has(id);
    all('.list h3', page).forEach(heading => { heading.hidden = heading.nextElementSibling.querySelectorAll('li:not([hidden])').length === 0; });
    page.querySelector('.row .count b').textContent = left.size.toLocaleString('en');
    const used = inUse(), chips = page.querySelector('[data-chips]'), empty = page.querySelector('.empty');
    chips.hidden = !used.length;
    chips.replaceChildren(...used.map(one => { const item = make('li'); item.append(button(`${one.name} ×`, said(WORDS.remove, { name: one.name }), one.drop)); return item; }));
    if (used.length) { const item = make('li'), back = button(WORDS.reset, '', reset); back.className = 'reset'; item.append(back); chips.append(item); }
    empty.hidden = left.size > 0;
    if (!left.size) {
      const list = make('ul');
      used.filter(one => one.count()).forEach(one => { const item = make('li'); item.append(button(said(WORDS.without, { name: one.name, n: said(one.count() === 1 ? WORDS.event : WORDS.events, { n: one.count() }) }), '', one.drop)); list.append(item); });
      empty.replaceChildren(make('b', '', WORDS.empty), list, button(WORDS.reset, '', reset));
    }
    for (const box of boxes) {
      const number = Object.values(events).filter(event => event[box.name].includes(box.value) && fits(event, box.name)).length;
      box.parentElement.querySelector('.n').textContent = number;
      box.parentElement.classList.toggle('off', !number && !box.checked);
    }
    line.narrow(left.size === items.size ? null : left);
  }

  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('change', event => {
    if (event.target.type !== 'checkbox') return;
    const set = state.chosen.get(event.target.name);
    if (event.target.checked) set.add(event.target.value); else set.delete(event.target.value);
    changed();
  });
  field.addEventListener('input', () => { state.q = field.value.trim(); changed(); });
  switches.forEach(one => one.addEventListener('change', () => { state.lanes = one.value; state.zoom = null; write(); line.draw(); }));
  const again = async () => { if (single && here() && !/^index(\?|$)/.test(here())) return; read(); state.words = await queryWords(state.q); show(); };
  addEventListener('hashchange', again);
  if (matchMedia('(max-width: 820px)').matches) form.querySelector('details.all').open = false;
  await again();
}

// The timeline ----------------------------------------------------------------------------------------

const STEP = 0.2, ZOOM = 0.25, axisName = ref => `xaxis${ref.slice(1)}`;
const ruler = document.createElement('canvas').getContext('2d');

class Timeline {
  constructor(element, events, state, changed) {
    Object.assign(this, { element, events, state, changed, left: null, current: -1, active: false, turn: 0 });
    for (const name of ['chart', 'overview', 'ring', 'live', 'message']) this[name] = element.querySelector(`.${name}`);
    this.message.textContent = WORDS.waiting;
    all('button[data-do]', element).forEach(button => button.addEventListener('click', () => this.act(button.dataset.do)));
    this.chart.addEventListener('keydown', event => this.onKey(event));
    this.chart.addEventListener('wheel', event => this.onWheel(event), { capture: true, passive: true });
    this.chart.addEventListener('pointerdown', () => { this.active = true; this.chart.focus({ preventScroll: true }); }, { capture: true });
    this.chart.addEventListener('blur', () => { this.active = false; this.ring.hidden = true; });
    new ResizeObserver(() => { if (this.element.clientWidth !== this.width) this.draw(); }).observe(element);
  }

  narrow(left) { this.left = left; this.draw(); }

  async draw() {
    const width = this.element.clientWidth, turn = ++this.turn;
    if (!width) return;
    try {
      const [found] = await Promise.all([data(`timeline-${this.state.lanes}`), loadPlotly()]);
      if (turn !== this.turn) return;
      this.width = width;
      await this.drawChart(found, width);
      await this.drawOverview(found, width);
      this.message.textContent = '';
      this.element.dataset.drawn = `${this.state.lanes} ${this.left?.size ?? 'all'}`;
    } catch (error) {
      this.message.textContent = WORDS.failed;
      console.error(error);
    }
  }

  async drawChart(found, width) {
    const figure = figureFor(found.chart, width), keep = id => !this.left || this.left.has(id);
    Object.assign(figure.layout, { width });
    this.meta = figure.layout.meta;
    this.stops = this.meta.lanes.flatMap(lane => lane.drawn.filter(([id]) => keep(id)).map(([id]) => [id, lane.id]));
    figure.data.forEach(trace => narrowTrace(trace, keep));
    figure.layout.shapes = (figure.layout.shapes ?? []).filter(shape => !shape.name?.startsWith('event:') || keep(shape.name.slice(6)));
    if (this.left) repack(figure);
    this.sayCounts(figure, found);
    for (const [lane, a, b] of this.state.zoom ?? []) {
      const at = this.meta.lanes.find(one => one.id === lane);
      if (at) figure.layout[axisName(at.axis)].range = [a, b];
    }
    for (const note of figure.layout.annotations ?? []) note.captureevents = false;  // nothing lies behind them here
    figure.data.push(...this.furtherLabels(figure));
    this.ring.hidden = true;
    this.current = Math.min(this.current, this.stops.length - 1);
    this.chart.setAttribute('aria-label', found.alt);
    await Plotly.react(this.chart, figure.data, figure.layout, { ...CONFIG, scrollZoom: true });
    if (this.listening) return;
    this.listening = true;
    this.chart.on('plotly_relayout', change => { if (Object.keys(change).some(key => /^xaxis\d*\.range/.test(key))) this.zoomed(); });
    this.chart.on('plotly_click', click => { const id = click.points.find(point => point.customdata)?.customdata; if (id) this.open(id); });
    this.chart.on('plotly_hover', () => this.chart.classList.add('onmark'));
    this.chart.on('plotly_unhover', () => this.chart.classList.remove('onmark'));
  }

  sayCounts(figure, found) {  // a lane says how many of its events are left
    if (!this.left) return;
    for (const lane of this.meta.lanes) {
      const note = figure.layout.annotations.find(one => one.text === found.counts[lane.id] && !one.said);
      const n = this.stops.filter(([, at]) => at === lane.id).length;
      if (note) Object.assign(note, { said: true, text: said(n === 1 ? WORDS.event : WORDS.events, { n }) });
    }
    figure.layout.annotations.forEach(note => delete note.said);
  }

  // Lesser events are marks without a label; one that has room beside it, after zooming or filtering, gets it.
  furtherLabels(figure) {
    const { width, margin, font } = figure.layout, room = width - margin.l - margin.r;
    ruler.font = `400 13px ${font.family}`;
    const axes = new Map(), made = new Map();
    const px = (axis, u) => { const [a, b] = figure.layout[axisName(axis)].range; return (u - a) / (b - a) * room; };
    const row = (axis, y) => { const key = `${axis} ${Math.round(y)}`; if (!axes.has(key)) axes.set(key, []); return axes.get(key); };
    const labelled = new Set();
    for (const trace of figure.data) {
      const axis = trace.xaxis;
      if (trace.name === 'marks') trace.x.forEach((u, at) => row(axis, trace.y[at]).push([px(axis, u) - 8, px(axis, u) + 8, trace.customdata[at]]));
      if (trace.name === 'bars') trace.x.forEach((length, at) => row(axis, trace.y[at]).push([px(axis, trace.base[at]) - 2, px(axis, trace.base[at] + length) + 2, trace.meta[at]]));
      if (trace.name?.startsWith('labels-')) trace.text.forEach((text, at) => {
        labelled.add(`${axis} ${trace.meta[at]}`);
        const wide = ruler.measureText(plainText(text)).width * (trace.textfont.weight === 600 ? 1.08 : 1) + 14, x = px(axis, trace.x[at]);
        const positions = [].concat(trace.textposition), isLeft = (positions[at] ?? positions[0]).includes('left');
        row(axis, trace.y[at]).push(isLeft ? [x - wide, x] : [x, x + wide]);
      });
    }
    for (const trace of figure.data.filter(one => one.name === 'marks')) {
      const axis = trace.xaxis, order = trace.x.map((_, at) => at).sort((a, b) => trace.x[a] - trace.x[b]);
      for (const at of order) {
        const id = trace.customdata[at], text = this.events[id]?.label, x = px(axis, trace.x[at]);
        if (labelled.has(`${axis} ${id}`) || !text || x < 0) continue;
        const taken = row(axis, trace.y[at]), end = x + 10 + ruler.measureText(text).width + 6;
        const reach = Math.max(x + 8, ...taken.filter(([, , of]) => of === id).map(([, high]) => high));
        if (end > room || taken.some(([low, high, of]) => of !== id && low < end + reach - x - 8 && high > x)) continue;
        taken.push([x, end + reach - x - 8]);
        if (!made.has(axis)) made.set(axis, { type: 'scatter', name: 'labels-further', mode: 'text', xaxis: axis, yaxis: trace.yaxis, x: [], y: [], text: [], textposition: 'middle right', hoverinfo: 'skip', showlegend: false, cliponaxis: true, textfont: { size: 13, color: getComputedStyle(body).getPropertyValue('--muted').trim() } });
        const [a, b] = figure.layout[axisName(axis)].range, trace_ = made.get(axis);
        trace_.x.push(trace.x[at] + (reach - x) / room * (b - a)); trace_.y.push(trace.y[at]); trace_.text.push(escaped(text));
      }
    }
    return [...made.values()];
  }

  async drawOverview(found, width) {
    const figure = figureFor(found.overview, width), [every, chosen] = figure.data;
    Object.assign(figure.layout, { width });
    if (this.left) {
      chosen.y = every.y.map(() => 0);
      for (const id of this.left) {
        const day = this.events[id].day;
        if (day === null) continue;
        let at = every.x.findIndex((middle, n) => n + 1 === every.x.length || day < (middle + every.x[n + 1]) / 2);
        chosen.y[Math.max(0, at)] += 1;
      }
    }
    await Plotly.react(this.overview, figure.data, figure.layout, { ...CONFIG, staticPlot: true });
  }

  zoomed() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => {
      this.state.zoom = this.meta.lanes.map(lane => [lane.id, ...this.chart._fullLayout[axisName(lane.axis)].range.map(u => Math.round(u))]);
      this.changed();
      this.draw();
    }, 160);
  }

  act(what) {
    if (!this.meta) return;
    if (what === 'all') { this.state.zoom = null; this.changed(); this.draw(); return; }
    const move = { earlier: [-STEP, -STEP], later: [STEP, STEP], in: [ZOOM, -ZOOM], out: [-ZOOM * 2, ZOOM * 2] }[what], update = {};
    for (const lane of this.lanesAt()) {
      const [a, b] = this.chart._fullLayout[axisName(lane.axis)].range.map(Number), [first, last] = lane.range;
      const wide = Math.min(b - a + (move[1] - move[0]) * (b - a), last - first);
      const start = Math.min(Math.max(first, a + move[0] * (b - a)), last - wide);  // never beyond what is drawn
      update[`${axisName(lane.axis)}.range`] = [start, start + wide];
    }
    Plotly.relayout(this.chart, update);
  }

  lanesAt() {
    const lane = this.stops[this.current]?.[1], own = this.meta.lanes.filter(one => one.id === lane);
    return own.length ? own : this.meta.lanes;
  }

  onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const what = { ArrowLeft: 'earlier', ArrowRight: 'later', '+': 'in', '=': 'in', '-': 'out', Home: 'all' }[event.key];
    if (what) this.act(what);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.step(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && this.stops[this.current]) this.open(this.stops[this.current][0]);
    else if (event.key === 'Escape') { this.active = false; this.ring.hidden = true; return; }
    else return;
    event.preventDefault();
  }

  onWheel(event) {
    if (this.active || event.ctrlKey) return;
    event.stopPropagation();
    this.message.textContent = WORDS.wheel;
    setTimeout(() => { this.message.textContent = ''; }, 1500);
  }

  step(by) {
    const count = this.stops.length;
    if (!count) return;
    this.current = this.current < 0 && by < 0 ? count - 1 : (this.current + by + count) % count;
    const [id, lane] = this.stops[this.current], event = this.events[id];
    this.live.textContent = `${event.title}, ${event.date}`;
    const at = this.pixelOf(id, lane);
    this.ring.hidden = !at;
    if (!at) return;
    Object.assign(this.ring.style, { left: `${at[0]}px`, top: `${at[1]}px` });
    const box = this.ring.getBoundingClientRect();
    if (box.top < 80 || box.bottom > innerHeight - 40) this.ring.scrollIntoView({ block: 'center' });
  }

  pixelOf(id, laneId) {
    const lane = this.meta.lanes.find(one => one.id === laneId);
    for (const trace of this.chart.data.filter(one => one.name === 'marks')) {
      const at = trace.customdata.indexOf(id);
      if (at < 0 || (lane && trace.xaxis !== lane.axis)) continue;
      const layout = this.chart._fullLayout, x = layout[axisName(trace.xaxis)], y = layout[`yaxis${trace.yaxis.slice(1)}`];
      return [x._offset + x.d2p(trace.x[at]), y._offset + y.d2p(trace.y[at])];
    }
    return null;
  }

  open(id) { location.href = address(`events/${id}`); }
}

const plainText = text => text.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, '_');
const escaped = text => text.replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);

function narrowTrace(trace, keep) {  // arrays with a place for each point lose those that are not kept
  const of = trace.customdata ?? trace.meta;
  if (!Array.isArray(of)) return;
  const narrowed = value => {
    if (Array.isArray(value)) return value.length === of.length ? value.filter((_, at) => keep(of[at])) : value;
    return value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, narrowed(one)])) : value;
  };
  Object.assign(trace, narrowed({ ...trace }));
}

// Lists that can be narrowed ----------------------------------------------------------------------------

async function narrowing(form) {
  const page = form.closest('.page') ?? document, name = form.closest('.page')?.id ?? body.dataset.page, { prefix, path } = form.dataset;
  const of = JSON.parse(form.querySelector('script').textContent), items = all(`li[id]`, page).map(item => [single ? item.id.slice(name.length + 1) : item.id, item]).filter(([id]) => id.startsWith(prefix)).map(([id, item]) => [id.slice(prefix.length), item]);
  const selects = all('select', form), field = form.elements.q, count = page.querySelector('.count b');
  let texts;
  const isHere = () => !single || here().split('?')[0] === name;
  const read = () => { const found = query(); selects.forEach(one => { one.value = [...one.options].some(option => option.value === found.get(one.name)) ? found.get(one.name) : ''; }); field.value = found.get('q') ?? ''; };
  async function show() {
    const words = await queryWords(field.value);
    texts ??= new Map((await data('search')).entries.map(([, , at, , names, others]) => [at, ` ${names} ${others}`]));
    let number = 0;
    for (const [id, item] of items) {
      item.hidden = !(selects.every(one => !one.value || of[one.name][id]?.includes(one.value)) && holds(texts.get(path + id) ?? '', words));
      number += !item.hidden;
    }
    all('.letter', page).forEach(heading => { heading.hidden = !heading.nextElementSibling?.querySelector('li:not([hidden])'); });
    count.textContent = number.toLocaleString('en');
  }
  function changed() {
    const found = new URLSearchParams();
    selects.filter(one => one.value).forEach(one => found.set(one.name, one.value));
    if (field.value.trim()) found.set('q', field.value.trim());
    remember(name, found);
    show();
  }
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('input', changed);
  addEventListener('hashchange', () => { if (isHere() && query().size) { read(); show(); } });
  if (isHere() && query().size) { read(); await show(); }
}

// Search -----------------------------------------------------------------------------------------------

async function searching(form) {
  const page = form.closest('.page') ?? document, field = form.elements.q, hits = page.querySelector('.hits'), count = page.querySelector('.count');
  const isHere = () => !single || here().split('?')[0] === 'search';
  async function show() {
    const words = await queryWords(field.value), { kinds, entries } = await data('search');
    const whole = plainWords(field.value).map(folded).join(' ');
    const found = words.length ? entries.filter(one => holds(` ${one[4]} ${one[5]}`, words)) : [];
    const rank = one => plainWords(one[1]).map(folded).join(' ') === whole ? 0 : holds(` ${one[4]}`, words) ? 1 : 2;
    count.textContent = !words.length ? '' : found.length ? said(found.length === 1 ? WORDS.hit : WORDS.hits, { n: found.length.toLocaleString('en') }) : WORDS.nothing;
    const groups = Object.entries(kinds).map(([kind, name]) => [name, found.filter(one => one[0] === kind).map(one => [rank(one), one]).sort((a, b) => a[0] - b[0])]).filter(([, mine]) => mine.length);
    groups.sort(([, one], [, other]) => one[0][0] - other[0][0]);  // what is called so stands first
    hits.replaceChildren(...groups.map(([name, mine]) => {
      const part = make('section'), list = make('ul');
      list.append(...mine.map(([, [, label, at, below]]) => {
        const item = make('li'), link = Object.assign(make('a', '', label), { href: address(at) });
        item.append(link, make('p', 'note', below));
        return item;
      }));
      const heading = make('h2', '', `${name} `);
      heading.append(make('span', 'remark', mine.length.toLocaleString('en')));
      part.append(heading, list);
      return part;
    }));
  }
  const again = () => { if (!isHere()) return; field.value = query().get('q') ?? field.value; show(); };
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('input', () => { remember('search', new URLSearchParams(field.value.trim() ? { q: field.value.trim() } : {})); show(); });
  addEventListener('hashchange', again);
  again();
}

all('form.go').forEach(form => form.addEventListener('submit', event => {
  if (!single) return;
  event.preventDefault();
  location.hash = `search?${new URLSearchParams({ q: form.elements.q.value })}`;
}));

// Comparing: where the clocks start ----------------------------------------------------------------------

function clocks(switcher) {
  const page = switcher.closest('.page') ?? document, name = switcher.closest('.page')?.id ?? body.dataset.page;
  const radios = all('input', switcher), sections = all('[data-clock]', page), starts = ['start', 'end'];
  const asked = () => { const found = query(); return starts.flatMap(edge => found.getAll(edge).map(event => `${edge}:${event}`)); };
  const chosen = keys => {  // the events of the reader's own start stand in the address as in the app
    const found = new URLSearchParams({ clock: 'own' });
    keys.map(key => key.split(/:(.*)/s)).forEach(([edge, event]) => found.append(edge, event));
    remember(name, found);
  };
  const show = clock => sections.forEach(section => {
    section.hidden = section.dataset.clock !== clock;
    if (!section.hidden && section.dataset.own) ownStart(section, asked(), chosen);
  });
  const read = () => {
    if (single && here().split('?')[0] !== name) return;
    const clock = radios.find(one => one.value === query().get('clock'));
    if (clock) clock.checked = true;
    show(radios.find(one => one.checked).value);
  };
  switcher.addEventListener('change', event => { remember(name, new URLSearchParams({ clock: event.target.value })); show(event.target.value); });
  addEventListener('hashchange', read);
  read();
  if (single) sections.forEach(section => { section.hidden = section.dataset.clock !== radios.find(one => one.checked).value; });
}

// Taking away --------------------------------------------------------------------------------------------

document.addEventListener('click', async event => {
  const link = event.target.closest('[data-copy]');
  if (!link) return;
  event.preventDefault();
  const words = link.dataset.copy.replaceAll('\ufffc', () => link.href), before = link.textContent;
  try { await navigator.clipboard.writeText(words); } catch {
    const field = Object.assign(make('textarea'), { value: words });
    link.after(field); field.select(); document.execCommand('copy'); field.remove();
  }
  link.textContent = link.dataset.done;
  setTimeout(() => { link.textContent = before; }, 1500);
});

// All pages in one file: the address says which is shown --------------------------------------------------

function route() {
  const name = here().split('?')[0] || 'index', target = document.getElementById(name);
  const page = target?.closest('.page') ?? document.getElementById(target?.querySelector('a')?.getAttribute('href')?.slice(1) ?? 'index');
  const isNew = !page.classList.contains('shown');
  all('.page.shown').forEach(one => one.classList.remove('shown'));
  page.classList.add('shown');
  document.title = page.dataset.title;
  all('header [data-part]').forEach(link => { if (link.dataset.part === page.dataset.part) link.setAttribute('aria-current', 'page'); else link.removeAttribute('aria-current'); });
  document.getElementById('main').classList.toggle('wide', page.classList.contains('wide'));
  if (target && target !== page && target.closest('.page')) target.scrollIntoView();
  else if (isNew) { scrollTo(0, 0); if (location.hash) document.getElementById('main').focus({ preventScroll: true }); }
}

if (single) { addEventListener('hashchange', route); route(); }
all('[data-filters]').forEach(front);
all('[data-narrow]').forEach(narrowing);
all('[data-search]').forEach(searching);
all('[data-clocks]').forEach(clocks);

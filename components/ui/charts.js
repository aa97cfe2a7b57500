// Charts that only show: drawn when they come into view; a gallery of them, or one alone.
// What is taken away as a picture carries its letters with it, so that it looks the same anywhere.

const loadPlotly = src => window.Plotly ? Promise.resolve() : (window.plotlyLoading ??= new Promise((done, failed) => {
  const script = Object.assign(document.createElement('script'), { src: new URL(src, document.baseURI).href, onload: done, onerror: failed });
  document.head.append(script);
}));

const CONFIG = { displayModeBar: false, responsive: false, doubleClick: false, showSendToCloud: false, showTips: false };
const states = new WeakMap();

function make(tag, className, text) {
  return Object.assign(document.createElement(tag), { className: className ?? '', textContent: text ?? '' });
}

// Drawing ---------------------------------------------------------------------------------------

async function draw(state, box) {
  const job = state.jobs.get(box);
  if (!job) return;
  state.jobs.delete(box);
  state.watcher.unobserve(box);
  try {
    await loadPlotly(state.data.src);
    const figure = JSON.parse(job.figure);
    box.querySelector('.waiting')?.remove();
    await window.Plotly.newPlot(box, figure.data, figure.layout, { ...CONFIG, staticPlot: !job.live });
    box.dataset.drawn = '1';
    if (job.links) follow(box, job.links);
  } catch (error) {
    box.replaceChildren(make('p', 'waiting', state.data.labels.failed));
    console.error(error);
  }
}

function follow(box, links) {  // a mark that stands for an event is a way to its link
  const ways = new Map(Object.entries(links)), leads = point => ways.has(point.customdata);
  box.on('plotly_click', event => document.querySelector(ways.get(event.points.find(leads)?.customdata) ?? null)?.click());
  box.on('plotly_hover', event => box.classList.toggle('onmark', event.points.some(leads)));
  box.on('plotly_unhover', () => box.classList.remove('onmark'));
}

function place(state, picture, more) {
  const box = make('div', 'picture');
  box.setAttribute('role', 'img');
  box.setAttribute('aria-label', picture.alt);
  box.style.cssText = `width:${picture.width}px;height:${picture.height}px`;
  box.append(make('p', 'waiting', state.data.labels.waiting));
  state.jobs.set(box, { figure: picture.figure, ...more });
  state.watcher.observe(box);
  return box;
}

function card(state, one) {  // one that was drawn before is kept, with its link as it is now
  const key = one.title + one.picture.figure;
  if (!state.cards.has(key)) {
    const item = make('li'), title = make('h3'), link = make('a', '', one.title);
    link.id = one.id;
    Object.assign(link.dataset, { inner: '1', focus: '#record-title' });
    title.append(link);
    item.append(title, make('p', 'below', one.below), place(state, one.picture, {}));
    state.cards.set(key, item);
  }
  const item = state.cards.get(key);
  item.querySelector('a').setAttribute('href', one.href);
  return item;
}

function takeFocus(state) {  // back from a figure, the keyboard and the page are where they were
  const wanted = window.timelinePage?.focus, link = wanted?.startsWith('#figure-') && state.root.querySelector(wanted);
  if (!link) return;
  window.timelinePage.focus = '';
  link.focus();
}

const KINDS = {
  gallery(state, data) {
    const parts = data.groups.map(group => {
      const part = make('section'), heading = make('h2', '', `${group.heading} `), list = make('ul');
      heading.append(make('span', 'remark', group.remark));
      list.append(...group.cards.map(one => card(state, one)));
      part.append(heading, list);
      return part;
    });
    state.root.replaceChildren(...parts);
    takeFocus(state);
  },
  single(state, data) {
    state.root.replaceChildren(place(state, data.picture, { live: true, links: data.links }));
  },
  downloads(state, data) {
    const row = make('div', 'take'), message = make('span', 'message');
    message.setAttribute('role', 'status');
    row.append(...data.buttons.map(one => {
      const button = make('button', '', one.label);
      button.type = 'button';
      button.setAttribute('aria-label', one.name);
      button.onclick = () => save(state.data, one).catch(error => { message.textContent = data.failed; console.error(error); });
      return button;
    }));
    row.insertAdjacentHTML('beforeend', data.copies);
    row.append(message);
    state.root.replaceChildren(row);
  },
};

// Taking away -----------------------------------------------------------------------------------

async function save(data, button) {
  if (button.kind === 'file') { download(new Blob([button.text], { type: 'text/csv;charset=utf-8' }), button.file); return; }
  const svg = await asSvg(data);
  const blob = new Blob([svg], { type: 'image/svg+xml;charset=utf-8' });
  download(button.kind === 'svg' ? blob : await asPng(blob, data.picture), button.file);
}

function download(blob, name) {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

async function asSvg({ src, picture }) {
  await loadPlotly(src);
  const figure = JSON.parse(picture.figure), size = { width: picture.width, height: picture.height };
  const svg = await window.Plotly.toImage(figure, { format: 'svg', imageDataOnly: true, ...size });
  const inside = `<title>${escaped(picture.alt)}</title><style>${await fonts(svg)}</style>`;
  return svg.replace(/<svg[^>]*>/, start => start + inside);
}

const escaped = text => text.replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);

// The page's own font faces that the picture uses, each with its file inside.
async function fonts(svg) {
  const rules = [...document.styleSheets].flatMap(sheet => { try { return [...sheet.cssRules].map(rule => [rule, sheet.href]); } catch { return []; } });
  const faces = rules.filter(([rule]) => rule instanceof CSSFontFaceRule && rule.style.fontStyle !== 'italic' && svg.includes(rule.style.fontFamily.replace(/["']/g, '')));
  const made = await Promise.all(faces.map(async ([rule, base]) => {
    const file = rule.style.src.match(/url\("?([^")]+)"?\)/)?.[1];
    const bytes = await (await fetch(new URL(file, base ?? document.baseURI))).blob();
    return rule.cssText.replace(/url\([^)]*\)/, `url(${await asData(bytes)})`);
  }));
  return made.join('\n');
}

const asData = blob => new Promise((done, failed) => {
  const reader = new FileReader();
  reader.onload = () => done(reader.result);
  reader.onerror = failed;
  reader.readAsDataURL(blob);
});

async function asPng(blob, { width, height }) {
  const image = new Image(), scale = 2, canvas = Object.assign(document.createElement('canvas'), { width: width * scale, height: height * scale });
  image.src = await asData(blob);
  await image.decode();
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise(done => canvas.toBlob(done, 'image/png'));
}

// On paper ----------------------------------------------------------------------------------------

const PAPER = 700;  // px of A4 between its margins

function fit(root, width) {  // a chart alone is as wide as the page was, and may not fit the paper
  if (!root.classList.contains('single')) return;
  root.querySelectorAll('.picture').forEach(box => {
    box.style.zoom = width === Infinity ? '' : Math.min(1, width / parseFloat(box.style.width));
  });
}

// One state for each place on the page ------------------------------------------------------------

function setUp(root) {
  const state = { root, jobs: new Map(), cards: new Map() };
  state.watcher = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => draw(state, entry.target)), { rootMargin: '300px' });
  addEventListener('beforeprint', () => { [...state.jobs.keys()].forEach(box => draw(state, box)); fit(root, PAPER); });
  addEventListener('afterprint', () => fit(root, Infinity));
  new ResizeObserver(() => reportWidth(state)).observe(root);
  states.set(root, state);
  return state;
}

function reportWidth(state) {  // the page is laid out anew for another width
  const width = Math.round(state.root.clientWidth);
  if (!width || Math.abs(width - (state.width ?? width)) < 2) { state.width ??= width; return; }
  state.width = width;
  state.send?.('width', width);
}

export default function ({ data, setStateValue, parentElement }) {
  const root = parentElement.querySelector('.charts');
  const state = states.get(root) ?? setUp(root);
  state.send = setStateValue;
  if (state.data?.version === data.version) return;
  state.data = data;
  root.className = `charts ${data.kind}`;
  state.jobs = data.kind === 'gallery' ? state.jobs : new Map();
  KINDS[data.kind](state, data);
}

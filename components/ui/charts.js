// Charts that only show: drawn when they come into view, one grid of them or a single one.
// A single one can be saved as a picture; the saved picture carries its title and its source.

const loadPlotly = src => window.Plotly ? Promise.resolve() : (window.plotlyLoading ??= new Promise((done, failed) => {
  const script = Object.assign(document.createElement('script'), { src: new URL(src, document.baseURI).href, onload: done, onerror: failed });
  document.head.append(script);
}));

const CONFIG = { displayModeBar: false, responsive: false, showSendToCloud: false, showTips: false };
const states = new WeakMap();

function card(chart) {
  const item = document.createElement('li');
  const title = Object.assign(document.createElement(chart.href ? 'a' : 'div'), { className: 'title', textContent: chart.title ?? '' });
  if (chart.href) { title.href = chart.href; title.dataset.inner = '1'; title.dataset.focus = 'h1'; }
  const picture = Object.assign(document.createElement('div'), { className: 'picture' });
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', chart.alt);
  picture.style.height = `${chart.height}px`;
  item.append(picture);
  if (chart.title) item.prepend(title);
  if (chart.below) item.append(Object.assign(document.createElement('div'), { className: 'below', textContent: chart.below }));
  return [item, picture];
}

function render(state, data) {
  state.watcher?.disconnect();
  const list = state.root.querySelector('ul');
  state.watcher = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => {
    state.watcher.unobserve(entry.target);
    loadPlotly(data.src).then(() => {
      const figure = JSON.parse(state.figures.get(entry.target));
      return window.Plotly.newPlot(entry.target, figure.data, figure.layout, { ...CONFIG, staticPlot: data.still });
    }).catch(error => console.error(error));
  }), { rootMargin: '300px' });
  state.figures = new Map();
  list.replaceChildren(...data.charts.map(chart => {
    const [item, picture] = card(chart);
    state.figures.set(picture, chart.figure);
    state.watcher.observe(picture);
    return item;
  }));
}

async function save(data, format) {
  await loadPlotly(data.src);
  const figure = JSON.parse(data.export);
  await window.Plotly.downloadImage(figure, { format, filename: data.file, width: figure.layout.width, height: figure.layout.height, scale: format === 'png' ? 2 : 1 });
}

export default function ({ data, setStateValue, parentElement }) {
  const root = parentElement.querySelector('.charts');
  const state = states.get(root) ?? { root };
  states.set(root, state);
  root.classList.toggle('grid', data.still);
  const width = Math.round(root.clientWidth);
  if (width && width !== state.width) { state.width = width; setStateValue('width', width); }
  const bar = root.querySelector('.save');
  bar.hidden = !data.export;
  bar.querySelectorAll('button').forEach(button => { button.textContent = data.labels?.[button.dataset.format] ?? ''; button.onclick = () => save(data, button.dataset.format); });
  if (state.version === data.version) return;
  state.version = data.version;
  render(state, data);
}

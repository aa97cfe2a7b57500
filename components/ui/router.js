// Follows inner links without loading the page anew, copies what a reader asks to copy, keeps
// the keyboard's place after a change, and tells Python how wide the window is and which theme
// shows.
// One set of listeners for the whole page; each run of the script only hands over the new sender.

const page = (window.timelinePage ??= { listening: false, focus: '', opener: '', send: null, width: 0 });

function follow(event) {
  const copy = event.target.closest?.('a[data-copy]');
  if (copy) { event.preventDefault(); copyText(copy); return; }
  const link = event.target.closest?.('a[data-inner]');
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  page.from = { path: location.pathname, search: location.search };
  page.focus = link.dataset.focus || '';
  if (link.id === 'event-close') page.focus = page.opener || page.focus;
  else if (!link.closest('.card, .pair')) page.opener = '';
  page.send?.('go', link.getAttribute('href'));
}

async function copyText(link) {
  const address = new URL(link.getAttribute('href'), location.href.split('?')[0]).href;
  const words = link.dataset.copy.replaceAll('\ufffc', () => address);  // pieces.ADDRESS
  try { await navigator.clipboard.writeText(words); } catch { copyOldWay(words); }
  const before = link.textContent;
  if (before === link.dataset.done) return;
  link.textContent = link.dataset.done;
  setTimeout(() => { link.textContent = before; }, 2000);
}

function copyOldWay(words) {  // where the page is not served over https
  const field = Object.assign(document.createElement('textarea'), { value: words });
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}

function reportWidth() {
  const main = document.querySelector('.stMainBlockContainer');
  if (!main) return;
  const { paddingLeft, paddingRight } = getComputedStyle(main);
  const width = Math.round(main.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight));
  if (Math.abs(width - page.width) < 2) return;
  page.width = width;
  page.setState?.('width', width);
}

// Streamlit tells Python of another theme only with the next run (1.67): this asks for that run.
function reportTheme() {
  const theme = getComputedStyle(document.querySelector('.stApp')).backgroundColor;
  if (page.theme && page.theme !== theme) page.setState?.('theme', theme);
  page.theme = theme;
}

function watchTheme() {
  const app = document.querySelector('.stApp');
  if (page.app === app) return;
  page.app = app;
  page.theme = '';
  reportTheme();
  new MutationObserver(reportTheme).observe(app, { attributes: true, attributeFilter: ['class'] });
  new MutationObserver(() => reportConnection(app)).observe(app, { attributes: true, attributeFilter: ['data-test-connection-state'] });
}

// When another process takes over, Streamlit asks it for nothing until the first click, which that
// process then cannot understand (1.67): so it is asked for a run as soon as it is there.
function reportConnection(app) {
  const isAway = app.dataset.testConnectionState !== 'CONNECTED';
  if (page.isAway && !isAway) page.setState?.('connections', page.connections = (page.connections ?? 0) + 1);
  page.isAway = isAway;
}

// Streamlit goes to another page in two steps, address and page (1.67): Back should see only one.
function joinSteps() {
  const push = history.pushState.bind(history);
  history.pushState = (state, title, address) => {
    const there = new URL(address ?? location.href, location.href), from = page.from;
    const isSecond = from && from.path === location.pathname && from.search !== location.search && there.pathname !== from.path;
    if (there.pathname !== from?.path) page.from = null;
    if (isSecond) history.replaceState(state, title, address); else push(state, title, address);
    page.path = location.pathname;
  };
}

function listen() {
  if (page.listening) return;
  page.listening = true;
  joinSteps();
  let pause;
  document.addEventListener('click', follow);
  document.addEventListener('keydown', e => {
    const box = e.key === ' ' && e.target.closest?.('a[role=checkbox], a[role=button]');
    if (box) { e.preventDefault(); box.click(); }
    if (e.key === 'Escape') document.querySelector('#event-close')?.click();
  });
  addEventListener('popstate', () => {  // another page is Streamlit's to show; a word from us would hold it back
    const isSame = location.pathname === page.path;
    page.path = location.pathname;
    if (isSame) page.send?.('back', './' + location.pathname.split('/').pop() + location.search);
  });
  addEventListener('resize', () => { clearTimeout(pause); pause = setTimeout(reportWidth, 200); });
}

function found(selector) {  // an id made of a word of the content may be no selector
  try { return document.querySelector(selector); } catch { return null; }
}

function takeFocus(triesLeft = 25) {  // the page may still be arriving
  const target = page.focus && found(page.focus);
  if (!target && page.focus && !triesLeft) { page.focus = ''; document.querySelector('#stMain')?.focus(); }  // never lost
  if (!target) { if (page.focus) setTimeout(takeFocus, 120, triesLeft - 1); return; }
  const selector = page.focus;
  page.focus = '';
  focusOn(selector);
}

// What was drawn before may still be replaced by the same drawn anew: then the focus goes there.
function focusOn(selector, checksLeft = 12) {
  if (page.focus) return;  // somewhere else is wanted by now
  const target = found(selector), lost = document.activeElement === document.body;
  if (target && (lost || checksLeft === 12)) (target.matches('a, button, [tabindex]') ? target : target.querySelector('a, button') ?? target).focus({ preventScroll: false });
  if (checksLeft) setTimeout(focusOn, 100, selector, checksLeft - 1);
}

export default function ({ data, setTriggerValue, setStateValue }) {
  page.send = setTriggerValue;
  page.setState = setStateValue;
  page.path = location.pathname;
  document.documentElement.lang = data.language;
  listen();
  requestAnimationFrame(() => { watchTheme(); reportWidth(); setTimeout(takeFocus, 60, 25); });
}

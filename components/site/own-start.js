// A comparison from two events of the reader's choice: months are counted from the days of the events,
// as `components/catalog/tables/clocks.py` and `components/charts/clocks/words.py` count and say them.

const WIDE = 2;  // months: a gap less sure than this is told in whole months
const tenth = number => { const cut = Math.round(number * 10) / 10; return cut === 0 ? 0 : cut; };
const signed = (number, digits) => (number < 0 ? '−' : '+') + Math.abs(number).toFixed(digits);

function monthsText([low, high], { words, per }) {
  const [a, b] = [tenth(low / per), tenth(high / per)];
  if (a < 0 && b > 0) return said(words.to, { low: said(words.before, { months: (-a).toFixed(1) }), high: b.toFixed(1) });
  const [near, far] = [Math.abs(a), Math.abs(b)].sort((one, other) => one - other), text = near === far ? near.toFixed(1) : `${near.toFixed(1)}–${far.toFixed(1)}`;
  return a < 0 ? said(words.before, { months: text }) : text;
}

function gapText([low, high], { words, per }) {
  const [a, b] = [low / per, high / per];
  if (tenth(a) === tenth(b)) return signed(tenth(a), 1);
  return b - a >= WIDE ? said(words.to, { low: signed(Math.floor(a), 0), high: signed(Math.ceil(b), 0) }) : said(words.to, { low: signed(tenth(a), 1), high: signed(tenth(b), 1) });
}

function monthsAfter(zero, side, month) {  // least and greatest months from a start to an event
  if (!side) return null;
  return zero[0] === side[0] ? [0, 0] : [(side[1] - zero[2]) / month, (side[2] - zero[1]) / month];
}

const step = wide => [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200].find(one => wide / one <= 7) ?? 2400;

async function ownStart(section, asked, changed) {
  if (section.dataset.filled) return;
  section.dataset.filled = 'yes';
  const found = await data(section.dataset.own), selects = all('select', section);
  selects.forEach((select, side) => {
    for (const [key, , , label] of found.moments[side]) select.append(Object.assign(make('option', '', label), { value: key }));
    const keys = found.moments[side].map(([key]) => key);
    select.value = asked.find(key => keys.includes(key)) ?? found.usual[side];
    select.addEventListener('change', () => { show(); changed(selects.map(one => one.value)); });
  });
  const show = () => ownTable(section, found, selects.map((select, side) => found.moments[side].find(([key]) => key === select.value)));
  section.querySelector('form').addEventListener('submit', event => event.preventDefault());
  show();
}

function ownTable(section, found, zeros) {
  const { words, per } = found;
  const rows = found.stages.map(stage => ({ ...stage, at: stage.sides.map((side, n) => monthsAfter(zeros[n], side, found.month)) }));
  const every = rows.flatMap(row => row.at.filter(Boolean).flat()).map(months => months / per), low = Math.min(0, ...every), high = Math.max(1, ...every);
  const place = months => `${(months / per - low) / (high - low) * 100}%`;
  const [one, other] = zeros.map(([, , , label], n) => said(words.sides[n], { moment: label }));
  section.querySelector('.zero').textContent = said(words.zero, { one, other }) + (zeros.some(zero => zero[1] !== zero[2]) ? ` ${words.imprecise}` : '');
  const wide = step(high - low), ticks = [];
  for (let tick = Math.ceil(low / wide) * wide; tick <= high; tick += wide) ticks.push(tick);
  section.querySelector('.scale').replaceChildren(...ticks.map(tick => at(make('i', '', tick === 0 ? '0' : String(tick).replace('-', '−')), place(tick * per))));
  const names = all('thead th', section).slice(2).map(one => one.textContent);
  section.querySelector('tbody').replaceChildren(...rows.map(row => ownRow(row, found, ticks, place, names)));
}

const at = (element, left, width) => { element.style.left = left; if (width) element.style.width = width; return element; };

function ownRow(row, found, ticks, place, names) {
  const line = make('tr'), head = make('th'), strip = make('div', 'strip'), marks = make('td', 'marks');
  head.scope = 'row';
  head.append(Object.assign(make('a', '', row.question), { href: address(row.link.replace(/^page:/, '')) }));
  strip.append(...ticks.map(tick => at(make('i', tick === 0 ? 'tick nought' : 'tick'), place(tick * found.per))));
  row.at.forEach((months, n) => { if (months) strip.append(at(make('b', 'ab'[n]), place(months[0]), `calc(${place(months[1])} - ${place(months[0])} + 10px)`)); });
  strip.setAttribute('aria-hidden', 'true');
  marks.append(strip);
  const [a, b] = row.at, cell = (name, ...parts) => { const made = make('td'), inside = make('span'); made.dataset.name = name; inside.append(...parts); made.append(inside); return made; };
  const sides = row.at.map((months, n) => months ? cell(names[n], make('b', '', monthsText(months, found)), ` ${row.sides[n][3]}`, make('small', '', row.sides[n][4])) : cell(names[n], found.words.unmeasured));
  line.append(head, marks, ...sides, cell(names[2], a && b ? gapText([a[0] - b[1], a[1] - b[0]], found) : found.words.unmeasured));
  return line;
}

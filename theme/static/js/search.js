// The search page: Pagefind finds, this shows. The query lives in the address, so that it can be shared.
const form = document.querySelector(".search-form");
const [status, who, hits, further] = [".status", ".who", ".hits", ".further"].map((one) => document.querySelector(one));
const facets = ["speaker", "actor", "kind", "topic", "outlet", "year"];
const pagefind = await import(new URL(form.dataset.bundle + "pagefind.js", location.href));
const language = document.documentElement.lang;
const [AT_ONCE, SPEAKERS, OF_EACH] = [20, 12, 3];
let latest = 0;

const make = (tag, content, more = {}) => {
  const element = Object.assign(document.createElement(tag), more);
  element.append(...[content].flat());
  return element;
};
const most = (counts) => Object.entries(counts || {}).filter((one) => one[1]).sort((a, b) => b[1] - a[1]);
const date = (iso) => new Date(iso).toLocaleDateString(language, { dateStyle: "long", timeZone: "UTC" });

function refill(name, counts) {
  const chosen = form[name].value;
  const values = Object.keys(counts || {}).filter((value) => counts[value] || value === chosen);
  const options = values.map((value) => new Option(`${value} (${counts[value]})`, value, false, value === chosen));
  form[name].replaceChildren(form[name].options[0], ...options);
}

function narrow(speaker, words) {
  const onclick = () => { form.speaker.value = speaker; form.sort.value = ""; search(); };
  return make("button", words, { type: "button", onclick });
}

function hit(page, heading) {
  const { kind = [], outlet = [] } = page.filters;
  const printed = page.meta.date ? [date(page.meta.date)] : [];
  return make("li", [
    make(heading, make("a", page.meta.title, { href: page.url })),
    make("p", [...kind, ...outlet, ...printed].join(" · "), { className: "provenance" }),
    make("p", "", { innerHTML: page.excerpt }),
  ]);
}

const load = (results) => Promise.all(results.map((one) => one.data()));

async function list(results, mine) {
  const pages = await load(results.slice(0, AT_ONCE));
  if (mine !== latest) return;
  hits.append(...pages.map((page) => hit(page, "h2")));
  further.hidden = results.length <= AT_ONCE;
  further.onclick = () => list(results.slice(AT_ONCE), mine);
}

async function group(words, filters, speakers, mine) {
  for (const [speaker, count] of speakers.slice(0, SPEAKERS)) {
    const { results } = await pagefind.search(words, { filters: { ...filters, speaker } });
    const pages = await load(results.slice(0, OF_EACH));
    if (mine !== latest) return;
    hits.append(make("li", [make("h2", narrow(speaker, `${speaker}: ${count}`)), make("ol", pages.map((page) => hit(page, "h3")))]));
  }
}

async function search() {
  const mine = ++latest;
  const asked = Object.fromEntries([...new FormData(form)].filter((one) => one[1]));
  history.replaceState(null, "", "?" + new URLSearchParams(asked));
  const filters = Object.fromEntries(facets.filter((name) => asked[name]).map((name) => [name, asked[name]]));
  const grouped = asked.sort === "speaker";
  const words = asked.q || null;
  const found = await pagefind.search(words, { filters, sort: asked.sort && !grouped ? { date: asked.sort } : {} });
  if (mine !== latest) return;
  const speakers = most(found.filters.speaker);
  facets.forEach((name) => refill(name, found.filters[name]));
  status.textContent = `${found.results.length} found`;
  who.hidden = grouped || speakers.length < 2;
  who.replaceChildren(...speakers.slice(0, SPEAKERS).map(([speaker, count]) => make("li", narrow(speaker, `${speaker} ${count}`))));
  hits.replaceChildren();
  further.hidden = true;
  await (grouped ? group(words, filters, speakers, mine) : list(found.results, mine));
}

const known = await pagefind.filters();
facets.forEach((name) => refill(name, known[name]));
new URLSearchParams(location.search).forEach((value, name) => { if (form[name]) form[name].value = value; });
form.onsubmit = (event) => { event.preventDefault(); search(); };
form.onchange = search;
form.q.oninput = () => { const mine = ++latest; setTimeout(() => mine === latest && search(), 200); };
if (location.search) search();

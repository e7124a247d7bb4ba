// The search page: Pagefind finds, this shows. The query lives in the address, so that it can be shared.
const form = document.querySelector(".search-form");
const [status, who, hits, further] = [".status", ".who", ".hits", ".further"].map((one) => document.querySelector(one));
const facets = ["actor", "kind", "topic", "outlet", "year"];
const pagefind = await import(new URL(form.dataset.bundle + "pagefind.js", location.href));
let latest = 0;

function element(tag, text, more = {}) {
  return Object.assign(document.createElement(tag), { textContent: text, ...more });
}

function refill(name, counts) {
  const select = form[name];
  const chosen = select.value;
  const options = Object.entries(counts)
    .filter(([value, count]) => count || value === chosen)
    .map(([value, count]) => new Option(`${value} (${count})`, value, false, value === chosen));
  select.replaceChildren(select.options[0], ...options);
}

function showSpeakers(counts) {
  const most = Object.entries(counts).filter((one) => one[1]).sort((a, b) => b[1] - a[1]).slice(0, 12);
  who.hidden = most.length < 2;
  who.replaceChildren(...most.map(([name, count]) => {
    const button = element("button", `${name} ${count}`, { type: "button" });
    button.onclick = () => { form.actor.value = name; search(); };
    const item = element("li", "");
    item.append(button);
    return item;
  }));
}

async function show(results, mine) {
  const pages = await Promise.all(results.slice(0, 20).map((one) => one.data()));
  if (mine !== latest) return;
  for (const page of pages) {
    const item = element("li", "");
    const title = element("h2", "");
    title.append(element("a", page.meta.title, { href: page.url }));
    item.append(title, element("p", "", { innerHTML: page.excerpt }));
    hits.append(item);
  }
  further.hidden = results.length <= 20;
  further.onclick = () => show(results.slice(20), mine);
}

async function search() {
  const mine = ++latest;
  const asked = Object.fromEntries([...new FormData(form)].filter((one) => one[1]));
  history.replaceState(null, "", "?" + new URLSearchParams(asked));
  const filters = Object.fromEntries(facets.filter((name) => asked[name]).map((name) => [name, asked[name]]));
  const sort = asked.sort ? { date: asked.sort } : {};
  const found = await pagefind.search(asked.q || null, { filters, sort });
  if (mine !== latest) return;
  const { results } = found;
  status.textContent = `${results.length} found`;
  facets.forEach((name) => refill(name, found.filters[name] || {}));
  showSpeakers(found.filters.actor || {});
  hits.replaceChildren();
  await show(results, mine);
}

const known = await pagefind.filters();
facets.forEach((name) => refill(name, known[name] || {}));
new URLSearchParams(location.search).forEach((value, name) => { if (form[name]) form[name].value = value; });
form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
form.addEventListener("change", search);
form.q.addEventListener("input", () => { const mine = ++latest; setTimeout(() => mine === latest && search(), 200); });
if (location.search) search();

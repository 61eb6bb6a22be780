// Filters as one types or chooses: fetches the page that the form asks for and takes over its lists and results.
const form = document.querySelector('form.filters');
const PAUSE = 250;
let timer;
let latest;

/** The address of the form's state, without empty fields. */
function addressOf() {
  const query = new URLSearchParams(new FormData(form));
  for (const [name, value] of [...query])
    if (value === '' || (name === 'sort' && value === 'source')) query.delete(name);
  return query.size === 0 ? '/figures' : `/figures?${query}`;
}

async function show(address) {
  latest?.abort();
  latest = new AbortController();
  try {
    const response = await fetch(address, { signal: latest.signal });
    if (!response.ok) throw new Error(String(response.status));
    const next = new DOMParser().parseFromString(await response.text(), 'text/html');
    const focused = document.activeElement?.id;
    for (const id of ['lists', 'results']) document.getElementById(id).replaceWith(next.getElementById(id));
    if (focused) document.getElementById(focused)?.focus();
    const language = next.querySelector('a.language');
    document.querySelector('a.language').replaceWith(language);
    history.replaceState(null, '', address);
  } catch (error) {
    if (error.name !== 'AbortError') location.assign(address);
  }
}

form.addEventListener('input', (event) => {
  if (event.target.name === 'report') form.elements.section?.remove();
  clearTimeout(timer);
  timer = setTimeout(() => show(addressOf()), event.target.name === 'q' ? PAUSE : 0);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(timer);
  show(addressOf());
});

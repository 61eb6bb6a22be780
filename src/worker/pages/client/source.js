// The server marks the span in the query; a link that carries it behind # alone is opened with both.
const span = /^#(\d+)-(\d+)$/.exec(location.hash);
const query = new URLSearchParams(location.search);
if (span && (query.get('start') !== span[1] || query.get('end') !== span[2])) {
  query.set('start', span[1]);
  query.set('end', span[2]);
  query.delete('page');
  location.replace(`${location.pathname}?${query}${location.hash}`);
}

for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = button.dataset.done;
  });
}

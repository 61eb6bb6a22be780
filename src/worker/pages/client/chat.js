// The conversation of the page: what is typed and pressed goes to /chat, what the bot does comes back as markup.
const chat = document.querySelector('.chat');
const log = chat.querySelector('.log');
const note = chat.querySelector('.note');
const form = chat.querySelector('form');
const input = form.elements.q;
const restart = document.querySelector('.restart');
const { language, typing, copied, failed } = chat.dataset;

const STORED = 'wenju.chat';
const LONGEST_STORED = 500_000;
const NOTE_MILLISECONDS = 4000;

/** The conversation so far, kept for this tab: a reader comes back to it from a source. */
const kept = recall();
const session = kept?.session ?? newSession();
/** Questions asked here, the last one first to be called back. */
const asked = [];
/** What was asked by the address alone: the bot does not know of it yet. */
let pending = chat.dataset.asked;
let noteTimer = 0;
let queue = Promise.resolve();

if (kept) {
  // An address with a question of its own goes on after what was said before.
  if (!pending) log.replaceChildren();
  log.insertAdjacentHTML('afterbegin', kept.html);
  restart.hidden = false;
  log.lastElementChild.scrollIntoView({ block: 'nearest' });
}
enliven(log);

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = input.value.trim();
  if (text === '') return;
  input.value = '';
  say(text);
});

input.addEventListener('keydown', (event) => {
  if (event.key !== 'ArrowUp' || input.value !== '' || asked.length === 0) return;
  event.preventDefault();
  input.value = asked.at(-1);
});

log.addEventListener('click', (event) => {
  const target = event.target.closest('a, button, [data-say]');
  if (!target) return;
  if (target.dataset.say) return say(target.dataset.say);
  if (target.dataset.copy !== undefined) return copy(target.dataset.copy);
  if (target.dataset.press !== undefined) return press(target);
  const question = target.classList.contains('key') && exampleOf(target);
  if (question && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    say(question);
  }
});

log.addEventListener('keydown', (event) => {
  const { say: command } = event.target.dataset;
  if (!command || (event.key !== 'Enter' && event.key !== ' ')) return;
  event.preventDefault();
  say(command);
});

restart.addEventListener('click', () => {
  try {
    sessionStorage.removeItem(STORED);
  } catch {}
  location.assign(home());
});

/** Address of this page in the language it is in. */
function home() {
  return form.elements.lang ? `/?lang=${form.elements.lang.value}` : '/';
}

/** The question of a link to this page, or null. */
function exampleOf(link) {
  const { pathname, searchParams, origin } = new URL(link.href, location.href);
  return origin === location.origin && pathname === '/' ? searchParams.get('q') : null;
}

function say(text) {
  asked.push(text);
  return inTurn(async () => {
    await adopt();
    const own = chat.querySelector('template').content.firstElementChild.cloneNode(true);
    own.querySelector('.bubble').append(text);
    log.append(own);
    bringUp(own);
    if (await send({ text })) bringUp(own);
    else own.remove();
  });
}

function press(button) {
  return inTurn(async () => {
    const message = button.closest('.message');
    const keys = (element) => [...element.querySelectorAll('.key')];
    const nth = keys(message).indexOf(button);
    const wasKnown = message.dataset.id !== undefined;
    await adopt();
    const known = wasKnown ? message : [...log.querySelectorAll('.message.in')].at(-1);
    const { press: data } = keys(known)[nth]?.dataset ?? {};
    const last = log.lastElementChild;
    if (data && (await send({ press: { message: Number(known.dataset.id), data } }))) bringUp(last.nextElementSibling);
  });
}

/** Scrolls so that a message stands at the top, as far as there is something below it. */
function bringUp(message) {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  message?.scrollIntoView({ block: 'start', behavior: isCalm ? 'auto' : 'smooth' });
}

/** Asks the bot what was asked by the address, so that it can be followed up; its own answer takes the place of the page's. */
async function adopt() {
  if (!pending) return;
  const text = pending;
  pending = '';
  const drawn = [...log.querySelectorAll('.message.in:not([data-id])')];
  if (!(await send({ text }))) {
    pending = text;
    return;
  }
  for (const message of drawn) message.remove();
  history.replaceState(null, '', home());
}

/** One after another, in the order of the clicks. */
function inTurn(task) {
  queue = queue.then(task).catch(() => show(failed));
  return queue;
}

async function send(said) {
  log.setAttribute('aria-busy', 'true');
  show(typing, { stays: true });
  try {
    const response = await fetch('/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ session, language, ...said }),
    });
    if (response.status === 503 && said.text && said.text !== chat.dataset.asked) askPlainly(said.text);
    const { events, error } = await response.json();
    show('');
    if (error) {
      show(error.message);
      if (said.text) input.value ||= said.text;
      return false;
    }
    for (const event of events) play(event);
    remember();
    return true;
  } finally {
    log.removeAttribute('aria-busy');
    if (note.textContent === typing) show('');
  }
}

/** Without a database there is no conversation, but the page itself answers. */
function askPlainly(text) {
  input.value = text;
  form.submit();
}

function play({ type, id, html, text }) {
  if (type === 'note') return show(text);
  const old = log.querySelector(`[data-id="${id}"]`);
  if (type === 'delete') return old?.remove();
  const holder = document.createElement('template');
  holder.innerHTML = html;
  const message = holder.content.firstElementChild;
  enliven(message);
  if (old) old.replaceWith(message);
  else log.append(message);
}

/** Commands in a text become buttons that say them, without moving a letter. */
function enliven(element) {
  for (const command of element.querySelectorAll('[data-say]')) {
    command.setAttribute('role', 'button');
    command.tabIndex = 0;
  }
}

function show(text, { stays = false } = {}) {
  clearTimeout(noteTimer);
  note.textContent = text;
  if (text !== '' && !stays) noteTimer = setTimeout(() => show(''), NOTE_MILLISECONDS);
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without a secure connection there is no clipboard but this one.
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
  show(copied);
}

function newSession() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function recall() {
  try {
    const { session, html } = JSON.parse(sessionStorage.getItem(STORED)) ?? {};
    return /^[\w-]{22}$/.test(session) && typeof html === 'string' ? { session, html } : null;
  } catch {
    return null;
  }
}

function remember() {
  restart.hidden = false;
  const html = log.innerHTML;
  try {
    if (html.length < LONGEST_STORED) sessionStorage.setItem(STORED, JSON.stringify({ session, html }));
  } catch {}
}

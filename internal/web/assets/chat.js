// The conversation beside the document. Its history stays in this tab: the
// server keeps a few turns of it in memory, by a key that the tab made up.
const root = document.documentElement;
const log = document.getElementById('log');
const status = document.getElementById('status');
const form = document.getElementById('ask');
const box = document.getElementById('question');
const reader = document.getElementById('main');
const greeting = log.innerHTML;
const narrow = matchMedia('(max-width: 56rem)');
const kept = 'log ' + reader.dataset.digest; // what was said of another text is not taken up again
let busy = false;
let recalled = -1; // which earlier question stands in the box; -1 for none

// stored reads and keeps a value for this tab; a browser may forbid it.
function stored(key, value) {
  try {
    if (value === undefined) return sessionStorage.getItem(key);
    sessionStorage.setItem(key, value);
  } catch { /* the conversation is not kept then */ }
  return null;
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}

// Each document has a conversation of its own.
const talk = 'conversation ' + reader.dataset.document;
const conversation = stored(talk) || newKey();
stored(talk, conversation);

function say(text) { status.textContent = text; }

// turn appends one side of the conversation. html comes from package render,
// which escapes; what was typed is only ever set as text.
function turn(own, content, language, question) {
  const el = document.createElement('div');
  el.className = own ? 'turn own' : 'turn reply';
  if (language) el.lang = language;
  if (question) el.dataset.question = question;
  if (own) el.textContent = content;
  else el.innerHTML = content;
  log.append(el);
  return el;
}

function keep() {
  if (log.innerHTML.length < 1 << 20) stored(kept, log.innerHTML);
}

// reveal scrolls the beginning of a turn into view, within the log only.
function reveal(el) {
  log.scrollTo({ top: el.offsetTop - log.offsetTop - 8 });
}

// send posts a message or a button and shows what comes back.
async function send(body, pressed) {
  if (busy) return;
  busy = true;
  form.setAttribute('aria-busy', 'true');
  say('Looking through the document …');
  const mine = pressed ? null : turn(true, body.text);
  if (mine) reveal(mine);
  try {
    const r = await fetch('/chat', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ conversation, document: reader.dataset.document, text: '', press: '', ...body }),
    });
    const reply = await r.json();
    if (!r.ok) throw new Error(reply.detail);
    show(reply, pressed ? pressed.dataset.question : body.text, mine, pressed);
    say(reply.notice);
  } catch (e) {
    say(e instanceof TypeError ? 'The server cannot be reached. Try again.' : e.message);
  } finally {
    busy = false;
    form.removeAttribute('aria-busy');
    keep();
  }
}

function show(reply, question, mine, pressed) {
  if (!reply.html) return;
  if (reply.edit && pressed) {
    pressed.innerHTML = reply.html;
    pressed.lang = reply.language;
    pressed.querySelector('button, a, summary')?.focus({ preventScroll: true });
    reveal(pressed);
    return;
  }
  const el = turn(false, reply.html, reply.language, question);
  reveal(mine || el);
}

form.addEventListener('submit', (e) => {
  e.preventDefault();
  const text = box.value.trim();
  if (!text || busy) return;
  box.value = '';
  recalled = -1;
  send({ text });
});

// The arrow keys bring back what was asked before.
box.addEventListener('keydown', (e) => {
  if (e.key !== 'ArrowUp' && e.key !== 'ArrowDown') return;
  const asked = [...log.querySelectorAll('.turn.own')].map((el) => el.textContent).reverse();
  recalled = Math.max(-1, Math.min(asked.length - 1, recalled + (e.key === 'ArrowUp' ? 1 : -1)));
  box.value = recalled < 0 ? '' : asked[recalled];
  e.preventDefault();
});

log.addEventListener('click', (e) => {
  const button = e.target.closest('button');
  if (!button) return;
  const reply = button.closest('.turn');
  if (button.dataset.press) send({ press: button.dataset.press, text: reply.dataset.question || '' }, reply);
  else if (button.dataset.share) share(button.dataset.share);
});

// share puts a citation on the clipboard: of a section, "measure-7", or of
// sentences of it, "measure-7:3" or "measure-7:3-4"; of another document than that
// of the page, "law/measure-7".
async function share(what) {
  const [, other, id, n] = /^(?:(.*)\/)?(.*?)(?::(\d+(?:-\d+)?))?$/.exec(what);
  const query = new URLSearchParams({ document: other || reader.dataset.document });
  if (n) query.set('sentence', n);
  const r = await fetch(`/api/sections/${encodeURIComponent(id)}/citation?${query}`);
  const citation = r.ok ? await r.json() : { plain: location.href };
  try {
    await navigator.clipboard.writeText(citation.plain);
    say('The citation is on the clipboard.');
  } catch {
    say(citation.plain);
  }
}

// place returns, for a link to a section, the id on this page of what it names, or
// of its first sentence; and the fragment that names all of it.
function place(link) {
  const url = new URL(link.href);
  const m = /^\/d\/([^/]+)\/([^/]+)$/.exec(url.pathname);
  if (url.host !== location.host || !m || decodeURIComponent(m[1]) !== reader.dataset.document) return ['', ''];
  const range = /^#(s\d+)((?:-s\d+)?)/.exec(url.hash);
  const id = decodeURIComponent(m[2]) + (range ? '.' + range[1] : '');
  return document.getElementById(id) ? [id, id + (range ? range[2] : '')] : ['', ''];
}

// Links to sections lead to their place on this page; with a modifier key they
// open the section's own page, as links do.
document.addEventListener('click', (e) => {
  const link = e.target.closest('.log a, .contents a');
  if (!link || e.defaultPrevented || e.button || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
  const [id, fragment] = place(link);
  if (!id) return;
  e.preventDefault();
  history.replaceState({ view: root.dataset.view }, '');
  look('document');
  if (location.hash === '#' + encodeURIComponent(fragment)) document.getElementById(id).scrollIntoView();
  else location.hash = encodeURIComponent(fragment);
  history.replaceState({ view: 'document' }, '');
  const el = document.getElementById(id);
  el.focus({ preventScroll: true });
  if (e.detail === 0) say('Shown in the document. Escape leads back here.'); // by keyboard
  came = link;
});

// Escape leads from the document back to the citation that led there.
let came = null;
reader.addEventListener('keydown', (e) => {
  if (e.key !== 'Escape' || !came?.isConnected) return;
  look('chat');
  came.focus();
});

// look shows one of the two columns where there is room for one.
function look(view) {
  root.dataset.view = view;
  for (const b of document.querySelectorAll('.switch button')) b.setAttribute('aria-pressed', b.dataset.view === view);
}

document.querySelector('.switch').addEventListener('click', (e) => {
  const view = e.target.closest('button')?.dataset.view;
  if (!view) return;
  look(view);
  history.replaceState({ view }, '');
  if (view === 'chat' && !narrow.matches) box.focus();
});
// wanted is the column that an entry of the tab's history was left in; without
// one, the document for an address that names a place in it.
function wanted(state) {
  const named = location.hash && !document.getElementById('chat').querySelector(':target');
  return state?.view || (named ? 'document' : 'chat');
}
addEventListener('popstate', (e) => look(wanted(e.state)));

const before = stored(kept);
if (before) log.innerHTML = before;
else log.innerHTML = greeting;
root.classList.add('js');
look(wanted(history.state));
log.scrollTop = before ? log.scrollHeight : 0;

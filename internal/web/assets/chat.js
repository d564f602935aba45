// The conversation beside the document. Its history stays in this tab: the
// server keeps a few turns of it in memory, by a key that the tab made up.
import { citation, put } from './copy.js';
import { find, mark, parse, show as showPlace } from './place.js';
import { focusOn, plain } from './reader.js';
import { base, say, stored, words } from './words.js';

const root = document.documentElement;
const log = document.getElementById('_log');
const form = document.getElementById('_ask');
const box = document.getElementById('_question');
const reader = document.getElementById('_main');
const greeting = log.innerHTML;
const narrow = matchMedia('(max-width: 64rem)');
const about = document.getElementById('_chat').dataset.document; // name of the document that is asked; empty for all
const kept = 'log ' + document.getElementById('_chat').dataset.digest; // what was said of another text is not taken up again
let busy = false;
let recalled = -1; // which earlier question stands in the box; -1 for none

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}

// Each document has a conversation of its own.
const talk = 'conversation ' + about;
let conversation = stored(talk) || newKey();
stored(talk, conversation);

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
  say(words('looking'));
  const mine = pressed ? null : turn(true, body.text);
  if (mine) reveal(mine);
  try {
    const r = await fetch(`${base}/chat`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ conversation, document: about, text: '', press: '', ...body }),
    });
    const reply = await r.json();
    if (!r.ok) throw new Error(reply.detail);
    show(reply, pressed ? pressed.dataset.question : body.text, mine, pressed);
    say(reply.notice);
  } catch (e) {
    say(e instanceof TypeError ? words('unreachable') : e.message);
  } finally {
    busy = false;
    form.removeAttribute('aria-busy');
    keep();
  }
}

function show(reply, question, mine, pressed) {
  if (!reply.html) return;
  queueMicrotask(() => follow(reply.kind));
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
  const [, other, section, first, last] = /^(?:(.*)\/)?(.*?)(?::(\d+)(?:-(\d+))?)?$/.exec(what);
  const place = { document: other || about, section, first: Number(first || 0), last: Number(last || first || 0) };
  await put((await citation(place)).plain, words('plain'));
}

// links returns the places that a turn cites, in order.
function links(turn) {
  return [...turn.querySelectorAll('a.cite')].map((link) => ({ link, place: parse(link.href) })).filter((x) => x.place);
}

// number puts the numbers of the last reply's citations into the text.
function number() {
  for (const el of reader.querySelectorAll('[data-cite]')) delete el.dataset.cite;
  const last = [...log.querySelectorAll('.turn.reply')].at(-1);
  if (!last) return;
  links(last).forEach(({ place }, i) => {
    const el = place.first ? find(place).at(-1) : null;
    if (el && !el.dataset.cite) el.dataset.cite = i + 1;
  });
}
document.addEventListener('pincite:view', number);

// follow moves the document to what the last reply quotes.
async function follow(kind) {
  number();
  const last = [...log.querySelectorAll('.turn.reply')].at(-1);
  const quoted = last && last.querySelector('blockquote.quote, .heading') && links(last)[0];
  if (!quoted || !['answer', 'closest', 'section'].includes(kind)) return;
  came = quoted.link;
  unseen = true;
  await showPlace(quoted.place, narrow.matches ? 'replace' : '');
  number();
  history.replaceState({ ...history.state, view: root.dataset.view }, '');
}

// Links to sections lead to their place beside the conversation; with a modifier
// key they open the section's own page, as links do.
log.addEventListener('click', async (e) => {
  const link = e.target.closest('a');
  const place = link && plain(e) && parse(link.href);
  if (!place) return;
  e.preventDefault();
  hide();
  history.replaceState({ ...history.state, view: root.dataset.view }, '');
  look('document');
  const el = await showPlace(place, narrow.matches ? 'push' : '');
  if (!el) return;
  history.replaceState({ ...history.state, view: 'document' }, '');
  focusOn(el);
  if (e.detail === 0) say(words('shown')); // by keyboard
  came = link;
});

// A citation shows its words while the pointer or the focus is on it.
const preview = document.createElement('div');
preview.id = '_preview';
preview.setAttribute('role', 'tooltip');
preview.hidden = true;
document.body.append(preview);
let asked = null; // the link whose words are wanted

async function quoted(place) {
  const here = find(place);
  if (here.length && place.first) return here.map((el) => el.textContent).join(' ');
  const r = await fetch(`${base}/api/sections/${encodeURIComponent(place.section)}?document=${encodeURIComponent(place.document)}`);
  if (!r.ok) return '';
  const s = await r.json();
  return place.first ? s.sentences.slice(place.first - 1, place.last).map((t) => t.text).join(' ') : s.text.slice(0, 400);
}

function hide() {
  asked?.removeAttribute('aria-describedby');
  asked = null;
  preview.hidden = true;
}

async function peek(e) {
  const link = e.target.closest('a.cite');
  const place = link && parse(link.href);
  if (!place || link === asked) return;
  hide();
  asked = link;
  const text = await quoted(place);
  if (asked !== link || !text) return;
  preview.textContent = text;
  preview.hidden = false;
  const r = link.getBoundingClientRect();
  const above = r.top > innerHeight / 2;
  preview.style.left = `${Math.max(8, Math.min(r.left, innerWidth - preview.offsetWidth - 8))}px`;
  preview.style.top = `${above ? r.top - preview.offsetHeight - 6 : r.bottom + 6}px`;
  preview.id = '_preview';
  link.setAttribute('aria-describedby', '_preview');
}
log.addEventListener('mouseover', peek);
log.addEventListener('focusin', peek);
log.addEventListener('mouseout', (e) => { if (!e.relatedTarget?.closest?.('a.cite')) hide(); });
log.addEventListener('focusout', hide);
log.addEventListener('scroll', hide);

const anew = document.getElementById('_anew');
anew.hidden = false;
anew.addEventListener('click', () => {
  conversation = newKey();
  stored(talk, conversation);
  log.innerHTML = greeting;
  keep();
  number();
  say(words('begun'));
  box.focus();
});

// Escape leads from the document back to the citation that led there.
let came = null;
reader.addEventListener('keydown', (e) => {
  if (e.key !== 'Escape' || !came?.isConnected) return;
  look('chat');
  came.focus();
});

// look shows one of the three columns where there is room for one. Each keeps its
// place; what a reply has moved in the meantime is brought into view.
const scrolled = {};
let unseen = false;
function look(view) {
  if (narrow.matches && root.dataset.view) scrolled[root.dataset.view] = scrollY;
  root.dataset.view = view;
  for (const b of document.querySelectorAll('.switch button')) b.setAttribute('aria-pressed', b.dataset.view === view);
  if (!narrow.matches) return;
  scrollTo({ top: scrolled[view] || 0, behavior: 'instant' });
  if (view === 'document' && unseen) mark(true);
  unseen = unseen && view !== 'document';
}

document.querySelector('.switch').addEventListener('click', (e) => {
  const view = e.target.closest('button')?.dataset.view;
  if (!view) return;
  look(view);
  history.replaceState({ ...history.state, view }, '');
  if (view === 'chat' && !narrow.matches) box.focus();
});
document.addEventListener('pincite:look', (e) => { if (e.detail && narrow.matches) look(e.detail); });

// wanted is the column that an entry of the tab's history was left in; without
// one, the document, but for a conversation that has begun.
function wanted(state) {
  if (location.hash === '#_contents') return 'contents';
  if (location.hash === '#_chat') return 'chat'; // in a frame of another site
  return state?.view || 'document';
}
addEventListener('popstate', (e) => look(wanted(e.state)));

const before = stored(kept);
log.innerHTML = before || greeting;
look(wanted(history.state));
log.scrollTop = before ? log.scrollHeight : 0;
number();
if (location.hash === '#_chat') box.focus();
if (narrow.matches && location.hash && history.state?.y === undefined) mark(true);

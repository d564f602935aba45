// Places in the document: what an address names, showing it, and marking it. A
// place that is not on the page is loaded and takes the place of what is shown;
// the conversation beside it stays.
import { base, say, words } from './words.js';

let shown = location.pathname + location.search;
let marked = [];

export const view = () => document.getElementById('_view');

// changed tells the other modules that something else is shown, or marked.
const changed = (what) => document.dispatchEvent(new Event(what));

// parse returns the place that a link leads to, null if it is none.
export function parse(href) {
  const url = new URL(href, location.href);
  if (url.origin !== location.origin || !url.pathname.startsWith(base)) return null;
  const m = /^\/d\/([^/]+)\/([^/]+)$/.exec(url.pathname.slice(base.length));
  if (!m) return null;
  const range = /^#s(\d+)(?:-s(\d+))?/.exec(url.hash);
  const first = range ? Number(range[1]) : 0;
  return { document: decodeURIComponent(m[1]), section: decodeURIComponent(m[2]), first, last: range?.[2] ? Number(range[2]) : first };
}

const rangeOf = (p) => (!p.first ? '' : p.first === p.last ? `s${p.first}` : `s${p.first}-s${p.last}`);
const several = (p) => p.last > p.first;

const pathOf = (p) => `${base}/d/${encodeURIComponent(p.document)}/${encodeURIComponent(p.section)}`;

// addressOf returns the permanent address of a place, which holds without a script.
export const addressOf = (p) => pathOf(p) + queryOf(p) + (p.first ? '#' + rangeOf(p) : '');

// queryOf tells the server, which sees no fragment, the sentences of a place.
function queryOf(p, query = new URLSearchParams()) {
  if (p.first) query.set('s', several(p) ? `${p.first}-${p.last}` : p.first);
  return query.size ? '?' + query : '';
}

// fragmentOf returns what names a place within the page, '' if it is about others.
function fragmentOf(p) {
  const v = view();
  if (v.dataset.document !== p.document) return '';
  if (v.dataset.section === p.section) return rangeOf(p) || '_heading';
  if (!v.dataset.home) return '';
  return p.section + (p.first ? '.' + rangeOf(p) : '');
}

// pageOf returns the address of the page that has a place, with the contents of the
// document around it where those are shown now.
function pageOf(p) {
  const v = view();
  if (!v.dataset.home || v.dataset.document !== p.document) return pathOf(p) + queryOf(p);
  return v.dataset.home + queryOf(p, new URLSearchParams({ at: p.section }));
}

// lasting returns the address of a place on this page that holds without a script:
// where the page is one of several, or would mark one sentence only, the server is
// told the place.
function lasting(p) {
  const v = view();
  const told = v.dataset.parts || several(p);
  const query = new URLSearchParams(told && v.dataset.home ? { at: p.section } : {});
  return (v.dataset.home || pathOf(p)) + (told ? queryOf(p, query) : '') + '#' + encodeURIComponent(fragmentOf(p));
}

// elementsOf returns the elements that a fragment names: sentences, or a section.
// Where there are sections, the sentences have theirs before them, and "s3" alone is
// a section of that name.
function elementsOf(fragment) {
  const m = (view().dataset.section ? /^()s(\d+)(?:-s(\d+))?$/ : /^(.+\.)s(\d+)(?:-s(\d+))?$/).exec(fragment);
  const out = [];
  for (let n = m ? Number(m[2]) : 1; m && n <= Number(m[3] || m[2]); n++) {
    const el = document.getElementById(`${m[1] || ''}s${n}`);
    if (!el) break;
    out.push(el);
  }
  const whole = !m && fragment && document.getElementById(fragment);
  return whole && view().contains(whole) ? [whole] : out;
}

// find returns the elements of a place on this page, none if it is not there.
export function find(p) {
  const fragment = fragmentOf(p);
  return fragment ? elementsOf(fragment) : [];
}

// whole reports whether all of a place is on this page: pages of a long section meet
// between any two sentences.
const whole = (p) => find(p).length > p.last - p.first;

// placeOf returns the place of a sentence on this page.
export function placeOf(el) {
  const m = /^(?:(.+)\.)?s(\d+)$/.exec(el.id);
  if (!m) return null;
  const v = view();
  return { document: v.dataset.document, section: m[1] || v.dataset.section, first: Number(m[2]), last: Number(m[2]) };
}

// current returns the place of the marked sentences, null if none are.
export function current() {
  const p = marked.length ? placeOf(marked[0]) : null;
  return p && { ...p, last: p.first + marked.length - 1 };
}

// mark marks what the address names and, if asked, brings it into view.
export function mark(scroll) {
  for (const el of view().querySelectorAll('.s.marked')) el.classList.remove('marked'); // the server may have marked some
  let fragment = '';
  try { fragment = decodeURIComponent(location.hash.slice(1)); } catch { /* badly escaped */ }
  const found = elementsOf(fragment);
  marked = found.filter((el) => el.classList.contains('s'));
  for (const el of marked) el.classList.add('marked');
  const folded = found[0]?.closest('details');
  if (folded) folded.open = true;
  if (scroll) found[0]?.scrollIntoView();
  changed('pincite:mark');
  return found[0];
}

// show leads to a place, loading it if need be, and returns its first element. how
// is 'replace' to leave no entry in the tab's history, 'push' to leave one even
// where the address stays the same.
export async function show(p, how) {
  const state = history.state;
  history.replaceState({ ...state, y: scrollY }, '');
  const here = whole(p);
  if (!here && !(await load(pageOf(p)))) return null;
  const to = lasting(p);
  const next = { view: state?.view, page: shown };
  if (how === 'replace') history.replaceState(next, '', to);
  else if (how || !here || to !== location.pathname + location.search + location.hash) history.pushState(next, '', to);
  return mark(true);
}

// fetchPage returns a page of this site, null where there is none, or no longer.
async function fetchPage(address) {
  const r = await fetch(address, { headers: { Accept: 'text/html' } });
  if (r.status === 404 || r.status === 410) return null;
  const page = new DOMParser().parseFromString(await r.text(), 'text/html');
  if (!r.ok || !page.getElementById('_view')) throw new Error(r.statusText);
  return page;
}

// around brings the contents and the name of the document along, where a page is
// about another one.
function around(page) {
  if (page.getElementById('_view').dataset.document === view().dataset.document) return;
  for (const part of ['.rail', '.brand']) document.querySelector(part).replaceChildren(...page.querySelector(part).childNodes);
}

// load shows another page of this site in the place of the document. Where an id is
// given, a page without an element of it is passed over silently.
async function load(address, id) {
  try {
    const page = await fetchPage(address);
    if (id && !page?.getElementById(id)) return false;
    around(page);
    view().replaceWith(page.getElementById('_view'));
    document.title = page.title;
    shown = address;
    changed('pincite:view');
    return true;
  } catch {
    say(words('loadFailed'));
    return false;
  }
}

// extend puts the next part of a long document in the place of the link to it.
// What is before the eyes stays there.
export async function extend(link) {
  const later = link.classList.contains('later');
  if (link.dataset.busy) return;
  link.dataset.busy = '1';
  try {
    const article = (await fetchPage(link.href)).querySelector('article.text');
    article.querySelector(later ? 'a.earlier' : 'a.later')?.parentElement.remove();
    if (later && view().dataset.section) for (const el of article.querySelectorAll('h1, p.label')) el.remove();
    const height = document.documentElement.scrollHeight;
    link.parentElement.replaceWith(...article.childNodes);
    if (!later) scrollBy(0, document.documentElement.scrollHeight - height);
    changed('pincite:view');
  } catch {
    delete link.dataset.busy;
    say(words('loadFailed'));
  }
}

// arrive loads the part of a long document or section that has what the fragment of
// the address alone names, as links do that were made by hand. What names nothing
// changes nothing.
export async function arrive() {
  const v = view();
  let name = '';
  try { name = decodeURIComponent(location.hash.slice(1)); } catch { /* badly escaped */ }
  if (!name || name.startsWith('_') || !v.dataset.parts) return;
  const m = /^(?:(.+)\.)?s(\d+)(?:-s(\d+))?$/.exec(name);
  if (v.dataset.section && (!m || m[1])) return; // sentences have their section before them on its document's page alone
  const within = v.dataset.section || m?.[1]; // the section whose sentences are named
  const first = within ? Number(m[2]) : 0;
  const place = { document: v.dataset.document, section: within || name, first, last: within ? Number(m[3] || first) : 0 };
  if (whole(place) || !(await load(pageOf(place), fragmentOf({ ...place, last: first })))) return;
  history.replaceState({ view: history.state?.view, page: shown }, '', lasting(place));
  mark(true);
}

// The browser's own buttons lead to where one was.
history.scrollRestoration = 'manual';
history.replaceState({ ...history.state, page: shown }, '');
addEventListener('pagehide', () => history.replaceState({ ...history.state, y: scrollY }, ''));
addEventListener('popstate', async (e) => {
  if (!e.state?.page) history.replaceState({ ...e.state, page: shown }, ''); // a fragment that was followed just now
  const address = history.state.page;
  if (address !== shown && !(await load(address))) return;
  const y = e.state?.y;
  mark(y === undefined);
  if (y !== undefined) scrollTo({ top: y, behavior: 'instant' });
});

// The small menu beside marked sentences: their link and their citation, in the
// notations that people paste.
import { addressOf, current } from './place.js';
import { base, say, words } from './words.js';

const notations = { link: () => words('link'), quote: () => words('quote'), plain: () => words('plain'), markdown: () => 'Markdown', html: () => 'HTML', bibtex: () => 'BibTeX' };
let menu = null;
let texts = null; // returns the marked sentences in all notations; a promise

// citation returns a place in all notations.
export async function citation(p) {
  const query = new URLSearchParams({ document: p.document });
  if (p.first) query.set('sentence', p.first === p.last ? p.first : `${p.first}-${p.last}`);
  const r = await fetch(`${base}/api/sections/${encodeURIComponent(p.section)}/citation?${query}`);
  return r.ok ? r.json() : { plain: location.origin + addressOf(p) };
}

// put puts text on the clipboard, or shows it where the browser does not allow it.
export async function put(text, name) {
  try {
    await navigator.clipboard.writeText(text);
    say(words('copied', name));
  } catch {
    say(words('copyFailed') + ' ' + text);
  }
}

async function all(place, quote) {
  const c = await citation(place);
  return { ...c, link: c.url, quote };
}

function button(notation) {
  const b = document.createElement('button');
  b.type = 'button';
  b.dataset.notation = notation;
  b.textContent = notations[notation]();
  b.addEventListener('click', async () => {
    await put((await texts())[notation], b.textContent);
    menu.open = false;
    menu.firstChild.focus();
  });
  return b;
}

// attach puts the menu behind the last marked sentence.
function attach() {
  menu?.remove();
  menu = null;
  const place = current();
  if (!place) return;
  const marked = [...document.querySelectorAll('.s.marked')];
  menu = document.createElement('details');
  menu.className = 'tools';
  const summary = document.createElement('summary');
  summary.textContent = words('copy');
  const list = document.createElement('span');
  list.append(...Object.keys(notations).map(button));
  menu.append(summary, list);
  menu.addEventListener('toggle', () => {
    menu.classList.remove('start');
    menu.classList.toggle('start', list.getBoundingClientRect().left < 0);
  });
  let asked = null;
  texts = () => (asked ??= all(place, marked.map((el) => el.textContent).join(' ')));
  menu.addEventListener('toggle', texts); // so that they are there when a notation is chosen
  const last = marked.at(-1);
  (last.nextElementSibling?.matches('.pin') ? last.nextElementSibling : last).after(menu);
}

// open opens the menu of what is marked, by the keyboard.
export function open() {
  if (!menu) return;
  menu.open = true;
  menu.querySelector('button').focus();
}

export function close() {
  if (!menu?.open) return false;
  menu.open = false;
  menu.firstChild.focus();
  return true;
}

document.addEventListener('pincite:mark', attach);
document.addEventListener('click', (e) => { if (menu?.open && !menu.contains(e.target)) menu.open = false; });

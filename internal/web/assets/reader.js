// The page around the document: settings, links within the text, parts that load
// as they are read.
import './keys.js';
import { arrive, extend, mark, parse, placeOf, show, view } from './place.js';
import './rail.js';
import { base } from './words.js';

const root = document.documentElement;
const settings = document.getElementById('_settings');

// A choice of looks: which button stands for what is there now.
for (const set of settings.querySelectorAll('[data-look]')) {
  const name = set.dataset.look;
  const point = () => {
    for (const b of set.querySelectorAll('button')) b.setAttribute('aria-pressed', b.value === (root.dataset[name] || ''));
  };
  set.hidden = name === 'theme' && root.dataset.inside; // that of what is around the page
  set.addEventListener('click', (e) => {
    const b = e.target.closest('button');
    if (!b) return;
    if (b.value) root.dataset[name] = b.value;
    else delete root.dataset[name];
    try { localStorage.setItem(name, b.value); } catch { /* it holds for this page only */ }
    point();
  });
  point();
}

const languages = document.getElementById('_languages');
languages.hidden = false;
for (const b of languages.querySelectorAll('button')) b.setAttribute('aria-pressed', b.value === root.lang);
languages.addEventListener('click', (e) => {
  const b = e.target.closest('button');
  if (!b) return;
  document.cookie = `language=${b.value}; path=${base}/; max-age=31536000; samesite=lax`;
  location.reload();
});

const printer = document.getElementById('_print');
printer.hidden = false;
printer.addEventListener('click', () => { settings.open = false; print(); });

document.addEventListener('click', (e) => { if (settings.open && !settings.contains(e.target)) settings.open = false; });
settings.addEventListener('keydown', (e) => {
  if (e.key !== 'Escape' || !settings.open) return;
  settings.open = false;
  settings.querySelector('summary').focus();
});

// plain reports a click that a link may be taken over for: with a modifier key
// it opens the section's own page, as links do.
export const plain = (e) => !e.defaultPrevented && !e.button && !e.ctrlKey && !e.metaKey && !e.shiftKey && !e.altKey;

document.addEventListener('click', async (e) => {
  const part = e.target.closest('.part a');
  if (part && plain(e)) {
    e.preventDefault();
    extend(part);
    return;
  }
  const link = e.target.closest('.rail a, .hits a, .place a');
  const place = link && plain(e) && parse(link.href);
  if (place) {
    e.preventDefault();
    document.dispatchEvent(new CustomEvent('pincite:look', { detail: 'document' }));
    const el = await show(place);
    if (el) focusOn(el);
    return;
  }
  pick(e);
});

// focusOn lets reading go on from an element.
export function focusOn(el) {
  el.tabIndex = -1;
  el.focus({ preventScroll: true });
}

// pick marks the sentence that was clicked, with the shift key as far as there.
function pick(e) {
  const pin = e.target.closest('.pin');
  const el = pin ? pin.previousElementSibling : e.target.closest('.s');
  if (!el || !view().contains(el) || e.button || e.ctrlKey || e.metaKey || e.altKey) return;
  if (!pin && !e.shiftKey && getSelection().toString()) return;
  const place = placeOf(el);
  const from = placeOf(document.querySelector('.s.marked') || el);
  if (pin) e.preventDefault();
  if (e.shiftKey && from.section === place.section) {
    getSelection().removeAllRanges();
    [place.first, place.last] = [Math.min(from.first, place.first), Math.max(from.first, place.first)];
  }
  const y = scrollY;
  show(place).then(() => scrollTo({ top: y, behavior: 'instant' })); // it is before the eyes already
}

// Parts of a long document load a little before one gets there.
const ahead = new IntersectionObserver((seen) => {
  for (const s of seen) if (s.isIntersecting) extend(s.target);
}, { rootMargin: '0px 0px 1200px' });
function watch() {
  ahead.disconnect();
  for (const link of document.querySelectorAll('a.later')) ahead.observe(link);
}
document.addEventListener('pincite:view', watch);
watch();

// A page that is reloaded is where it was; any other begins at what its address names.
const y = history.state?.y;
mark(y === undefined);
if (y !== undefined) scrollTo({ top: y, behavior: 'instant' });
else arrive();

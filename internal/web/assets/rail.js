// Where one is: the section in view in the contents, and how much has been read.
import { view } from './place.js';

const bar = document.getElementById('_bar');
const rail = document.getElementById('_contents');
let waiting = false;

// sections returns the sections on the page, in order.
export const sections = () => [...view().querySelectorAll('section.section:is([id], [data-rest])')];

// idOf returns the id of a section, which may be the rest of one that is long.
export const idOf = (s) => s?.id || s?.dataset.rest;

// inView returns the section that is read: the last that begins above the first
// third of the window.
export function inView() {
  let found = null;
  for (const s of sections()) {
    if (s.getBoundingClientRect().top > innerHeight / 3) break;
    found = s;
  }
  return found;
}

function entryOf(id) {
  const links = [...rail.querySelectorAll('a[data-section]')];
  return links.find((a) => a.dataset.section === id);
}

// point marks the entry of a section, or of the one above it that has an entry.
function point() {
  const v = view();
  let id = v.dataset.section || idOf(inView());
  for (let s = id && document.getElementById(id); id && !entryOf(id) && s; s = s.previousElementSibling) id = s.id || id;
  const now = id && entryOf(id);
  const before = rail.querySelector('[aria-current]');
  if (before === now) return;
  before?.removeAttribute('aria-current');
  if (!now) return;
  now.setAttribute('aria-current', 'location');
  const [top, box] = [now.getBoundingClientRect(), rail.getBoundingClientRect()];
  if (top.top < box.top + 40 || top.bottom > box.bottom - 40) rail.scrollBy({ top: top.top - box.top - box.height / 3 });
}

// measure tells how much of the document is above the lower edge of the window.
function measure() {
  const article = view().dataset.home && view().querySelector('article.text');
  const r = article && article.getBoundingClientRect();
  let share = 0;
  if (r && r.height > 0) {
    const links = [...rail.querySelectorAll('a[data-section]')];
    share = Math.min(1, Math.max(0, (innerHeight - r.top) / r.height));
    const long = view().querySelector('.part a');
    const at = rail.querySelector('[aria-current]');
    if (long && at) share = (links.indexOf(at) + 1) / links.length;
  }
  bar.style.width = `${share * 100}%`;
  document.getElementById('_progress').textContent = r && scrollY > 0 ? `${Math.round(share * 100)} %` : '';
}

function update() {
  waiting = false;
  point();
  measure();
}

export function schedule() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(update);
}

addEventListener('scroll', schedule, { passive: true });
addEventListener('resize', schedule, { passive: true });
document.addEventListener('pincite:view', schedule);
schedule();

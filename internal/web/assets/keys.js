// Keys for reading without a pointer.
import { close, open } from './copy.js';
import { current, placeOf, show, view } from './place.js';
import { idOf, inView, sections } from './rail.js';

const sheet = document.getElementById('_keys');

function focus(id) {
  document.dispatchEvent(new CustomEvent('pincite:look', { detail: id === '_question' ? 'chat' : '' }));
  const box = document.getElementById(id);
  box.focus();
  box.select();
}

// section goes to the next section, or the one before.
function section(step) {
  const side = view().querySelector(step > 0 ? 'a[rel=next]' : 'a[rel=prev]');
  if (side) return side.click();
  const all = sections();
  const next = all[all.indexOf(inView()) + step];
  if (next) show({ document: view().dataset.document, section: idOf(next), first: 0, last: 0 });
}

// sentence marks the next sentence, or the one before.
function sentence(step) {
  const all = [...view().querySelectorAll('.s')];
  const marked = all.filter((el) => el.classList.contains('marked'));
  let at = all.indexOf(step > 0 ? marked.at(-1) : marked[0]);
  if (at < 0) at = all.findIndex((el) => el.getBoundingClientRect().top > 80) - (step > 0 ? 1 : 0);
  const next = all[at + step];
  if (next) show(placeOf(next));
}

const keys = {
  '/': () => focus('_find'),
  '?': () => sheet.showModal(),
  j: () => section(1),
  k: () => section(-1),
  n: () => sentence(1),
  p: () => sentence(-1),
  c: () => current() && open(),
};

const typing = (el) => el.closest('input, textarea, select, [contenteditable]');

document.addEventListener('keydown', (e) => {
  if (e.defaultPrevented || e.altKey || sheet.open) return;
  if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === 'k') {
    e.preventDefault();
    focus('_question');
  } else if (!e.ctrlKey && !e.metaKey && !typing(e.target) && keys[e.key]) {
    e.preventDefault();
    keys[e.key]();
  } else if (e.key === 'Escape' && close()) {
    e.preventDefault();
  }
});

const more = document.getElementById('_show-keys');
more.hidden = false;
more.addEventListener('click', () => sheet.showModal());

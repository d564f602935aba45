// What the script says, in the language of the page.
const all = JSON.parse(document.getElementById('_words').textContent);
const status = document.getElementById('_status');

// base is the path that the addresses of this site begin with, '' for none.
export const base = document.documentElement.dataset.base;

export function words(key, value = '') { return all[key].replace('{}', value); }

// say puts a line into the status, which is read aloud.
export function say(text) { status.textContent = text; }

// stored reads and keeps a value for this tab; a browser may forbid it.
export function stored(key, value) {
  try {
    if (value === undefined) return sessionStorage.getItem(key);
    sessionStorage.setItem(key, value);
  } catch { /* it is not kept then */ }
  return null;
}

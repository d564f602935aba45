// Copies the citation of a section, or of the sentences that are marked. Without
// this file the citations are still there to select.
const cite = document.getElementById('cite');
const status = document.getElementById('status');
const formats = ['plain', 'markdown', 'html'];
const own = Object.fromEntries(formats.map((f) => [f, document.getElementById(f).textContent]));
const heading = document.getElementById('cited').textContent;

// marked returns the sentences that the address names, "3" or "3-4", "" for none.
function marked() {
  const m = /^#s(\d+)(?:-s(\d+))?/.exec(location.hash);
  if (!m || !document.getElementById('s' + m[1]) || (m[2] && !document.getElementById('s' + m[2]))) return '';
  return m[2] ? `${m[1]}-${m[2]}` : m[1];
}

// show puts the citation of what is marked into the boxes.
async function show() {
  const n = marked();
  let texts = own;
  if (n) {
    const r = await fetch(`/api/sections/${encodeURIComponent(cite.dataset.section)}/citation?document=${encodeURIComponent(cite.dataset.document)}&sentence=${n}`);
    if (!r.ok) return;
    texts = await r.json();
    if (n !== marked()) return; // another one was marked meanwhile
  }
  for (const f of formats) document.getElementById(f).textContent = texts[f];
  document.getElementById('cited').textContent = n ? (n.includes('-') ? `Of sentences ${n}, with their words.` : `Of sentence ${n}, with its words.`) : heading;
  status.textContent = '';
}

// copy puts a citation on the clipboard, or selects it where there is none.
async function copy(format, name) {
  const box = document.getElementById(format);
  try {
    await navigator.clipboard.writeText(box.textContent);
    status.textContent = `${name} copied.`;
  } catch {
    getSelection().selectAllChildren(box);
    status.textContent = `${name} selected: copy it with the keyboard.`;
  }
}

for (const f of formats) {
  const name = document.getElementById(f + '-name');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.setAttribute('aria-label', `Copy as ${name.textContent}`);
  button.addEventListener('click', () => copy(f, name.textContent));
  name.after(button);
}
addEventListener('hashchange', show);
show();

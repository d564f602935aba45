// Marks a range of sentences that the address names, "#s3-s4", and brings it into
// view. The browser does as much for one sentence by itself.
const named = /^#(.*?)s(\d+)-s(\d+)$/;
let marked = [];

// sentences returns the elements of the range in the address, none if it names none.
function sentences() {
  let m = null;
  try { m = named.exec(decodeURIComponent(location.hash)); } catch { /* badly escaped */ }
  const out = [];
  for (let n = m ? Number(m[2]) : 1; m && n <= Number(m[3]); n++) {
    const el = document.getElementById(`${m[1]}s${n}`);
    if (!el) break;
    out.push(el);
  }
  return out;
}

function mark() {
  for (const el of marked) el.classList.remove('marked');
  marked = sentences();
  for (const el of marked) el.classList.add('marked');
  marked[0]?.scrollIntoView();
}

// With the shift key, a sentence's number marks from the sentence marked before.
document.addEventListener('click', (e) => {
  const pin = e.target.closest('.pin');
  const from = /^#s(\d+)/.exec(location.hash);
  if (!pin || !e.shiftKey || !from) return;
  e.preventDefault();
  const [a, b] = [Number(from[1]), Number(pin.dataset.n)].sort((x, y) => x - y);
  location.hash = a === b ? `s${a}` : `s${a}-s${b}`;
});

addEventListener('hashchange', mark);
mark();

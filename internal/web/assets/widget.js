// Puts the chat on the page of another site, one that web.origins names:
//
//   <script src="https://…/widget.js" data-document="NAME" async></script>
//
// It adds a button and, once that is pressed, a frame with the reader, and reads
// nothing of the page. Without data-document the chat is about all documents; the
// button speaks the language of the page, or that of data-language.
(() => {
  const all = {/* words */};
  const script = document.currentScript;
  const base = script.src.replace(/widget\.js([?#].*)?$/, '');
  const tag = (script.dataset.language || document.documentElement.lang || navigator.language).slice(0, 2).toLowerCase();
  const words = all[tag] || all.en;
  const name = script.dataset.document;

  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.ask;
  button.setAttribute('aria-expanded', 'false');
  Object.assign(button.style, {
    position: 'fixed', right: '1rem', bottom: '1rem', zIndex: '2147483647', padding: '.6rem 1rem', border: '0', borderRadius: '.4rem',
    background: '#1c5470', color: '#fff', font: '600 1rem/1.4 system-ui, sans-serif', cursor: 'pointer',
  });

  let frame = null;
  function open() {
    frame = document.createElement('iframe');
    frame.src = base + (name ? `d/${encodeURIComponent(name)}` : '') + '#_chat';
    frame.title = words.ask;
    frame.allow = 'clipboard-write';
    Object.assign(frame.style, {
      position: 'fixed', right: '1rem', bottom: '4.5rem', zIndex: '2147483647', width: 'min(26rem, calc(100vw - 2rem))',
      height: 'min(40rem, calc(100vh - 6rem))', border: '1px solid #888', borderRadius: '.4rem', background: 'canvas', colorScheme: 'light dark',
    });
    document.body.append(frame);
  }

  button.addEventListener('click', () => {
    const shown = button.getAttribute('aria-expanded') === 'true';
    if (!frame) open();
    frame.hidden = shown;
    frame.style.display = shown ? 'none' : 'block';
    button.setAttribute('aria-expanded', String(!shown));
    button.textContent = shown ? words.ask : words.close;
    if (!shown) frame.focus();
  });
  const add = () => document.body.append(button);
  if (document.body) add();
  else document.addEventListener('DOMContentLoaded', add);
})();

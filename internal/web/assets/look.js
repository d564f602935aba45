// Puts the look in place before anything is drawn: the one that was chosen on this
// machine or, inside Telegram, Telegram's.
(() => {
  const root = document.documentElement;
  for (const name of ['theme', 'size', 'width']) {
    try {
      const value = localStorage.getItem(name);
      if (value) root.dataset[name] = value;
    } catch { /* the browser keeps nothing for this page */ }
  }
  root.classList.add('js');

  // launched takes what Telegram adds to the fragment of the address out of it, and
  // returns the colours in it. What else it tells, of the person, is not looked at.
  function launched() {
    const m = /^#(?:([^?=]*)\?)?(tgWebApp.*)$/.exec(location.hash);
    if (!m) return null;
    history.replaceState(history.state, '', location.pathname + location.search + (m[1] ? '#' + m[1] : ''));
    return new URLSearchParams(m[2]).get('tgWebAppThemeParams') || '{}';
  }

  // colours reads Telegram's, for this tab: its other pages are not told them again.
  function colours() {
    let told = launched();
    try {
      if (told) sessionStorage.setItem('telegram', told);
      else told = sessionStorage.getItem('telegram');
    } catch { /* they hold for this page only */ }
    try { return told && JSON.parse(told); } catch { return {}; }
  }

  const isColour = (c) => /^#[0-9a-f]{6}$/i.test(c);

  // dark reports whether a colour is nearer to black than to white.
  const dark = (c) => [1, 3, 5].map((at) => parseInt(c.slice(at, at + 2), 16)).reduce((sum, v, i) => sum + v * [0.3, 0.59, 0.11][i], 0) < 128;

  const uses = { bg_color: '--paper', secondary_bg_color: '--raised', text_color: '--ink', link_color: '--accent', button_color: '--button', button_text_color: '--on-accent' };
  const theirs = colours();
  if (!theirs) return;
  root.dataset.inside = 'telegram';
  if (!isColour(theirs.bg_color) || !isColour(theirs.text_color)) return;
  root.dataset.theme = dark(theirs.bg_color) ? 'dark' : 'light';
  for (const [name, use] of Object.entries(uses)) if (isColour(theirs[name])) root.style.setProperty(use, theirs[name]);
})();

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

  // read returns colours that Telegram told, none if it told no usable ones.
  function read(told) {
    try {
      const c = JSON.parse(told) ?? {};
      return legible(c.text_color, c.bg_color) ? c : {};
    } catch { return {}; }
  }

  // colours returns Telegram's, null outside it. They are kept for this tab: its other
  // pages are not told them again.
  function colours() {
    const told = launched();
    const now = told && read(told);
    try {
      if (!now) return sessionStorage.getItem('telegram') && read(sessionStorage.getItem('telegram'));
      sessionStorage.setItem('telegram', JSON.stringify(now));
    } catch { /* they hold for this page only */ }
    return now;
  }

  const isColour = (c) => typeof c === 'string' && /^#[0-9a-f]{6}$/i.test(c);

  // luminance is how light a colour is, from 0 to 1, and legible whether one can be read
  // on another, both as WCAG 2 defines them.
  function luminance(c) {
    const [r, g, b] = [1, 3, 5].map((at) => parseInt(c.slice(at, at + 2), 16) / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
  function legible(ink, paper) {
    if (!isColour(ink) || !isColour(paper)) return false;
    const [dark, light] = [luminance(ink), luminance(paper)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05) >= 4.5;
  }

  const theirs = colours();
  if (!theirs) return;
  root.dataset.inside = 'telegram';
  if (!theirs.bg_color) return;
  const use = (name, colour) => root.style.setProperty(name, colour);
  root.dataset.theme = luminance(theirs.text_color) > luminance(theirs.bg_color) ? 'dark' : 'light';
  use('--paper', theirs.bg_color);
  use('--ink', theirs.text_color);
  if (legible(theirs.text_color, theirs.secondary_bg_color)) use('--raised', theirs.secondary_bg_color);
  if (legible(theirs.link_color, theirs.bg_color)) use('--accent', theirs.link_color);
  if (legible(theirs.button_text_color, theirs.button_color)) {
    use('--button', theirs.button_color);
    use('--on-accent', theirs.button_text_color);
  }
})();

// Puts the look that was chosen on this machine in place before anything is drawn.
for (const name of ['theme', 'size', 'width']) {
  try {
    const value = localStorage.getItem(name);
    if (value) document.documentElement.dataset[name] = value;
  } catch { /* the browser keeps nothing for this page */ }
}
document.documentElement.classList.add('js');

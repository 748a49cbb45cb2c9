// Remembers the theme that the reader chose, and takes the key / to the search. Runs before the page is drawn, which
// reads well without it.
(() => {
  const root = document.documentElement;
  const stored = () => {
    try {
      return localStorage.getItem('theme');
    } catch {
      return null;
    }
  };
  const dark = () =>
    root.dataset.theme === 'dark' || (!root.dataset.theme && matchMedia('(prefers-color-scheme: dark)').matches);
  const chosen = stored();
  if (chosen === 'dark' || chosen === 'light') root.dataset.theme = chosen;
  document.addEventListener('DOMContentLoaded', () => {
    document.addEventListener('keydown', (event) => {
      const typing = event.target instanceof Element && event.target.closest('input, select, textarea');
      const search = document.querySelector('[data-search]');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey || !search) return;
      event.preventDefault();
      search.click();
    });
    const button = document.querySelector('[data-theme-switch]');
    if (!button) return;
    const label = () => {
      button.textContent = dark() ? 'Light' : 'Dark';
      button.setAttribute('aria-label', `Switch to the ${dark() ? 'light' : 'dark'} theme`);
    };
    button.hidden = false;
    label();
    button.addEventListener('click', () => {
      root.dataset.theme = dark() ? 'light' : 'dark';
      try {
        localStorage.setItem('theme', root.dataset.theme);
      } catch {}
      label();
    });
  });
})();

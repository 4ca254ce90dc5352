/**
 * The only script of the preview's pages, which work without: it loads the page anew when a file has changed, keeps what was being typed, makes frames as
 * high as what is in them, and closes menus.
 */
export const script = `(() => {
const script = document.currentScript, words = document.querySelector('[data-live]'), dot = document.querySelector('.dot');
const drafts = 'draft ' + location.pathname, area = document.querySelector('textarea');
const say = (text, state) => { words.textContent = text; dot.className = 'dot ' + state; };
const kept = sessionStorage.getItem(drafts);
sessionStorage.removeItem(drafts);
if (area && kept !== null) area.value = kept;
const anew = () => {
  if (area && area.value !== area.defaultValue) sessionStorage.setItem(drafts, area.value);
  location.reload();
};
const live = new EventSource('/live');
live.addEventListener('hello', (event) => event.data === script.dataset.life ? say('Live', 'on') : anew());
live.addEventListener('loading', () => say('A file has changed\\u2026', 'busy'));
live.addEventListener('changed', anew);
live.onerror = () => say('The preview has ended', 'off');
addEventListener('pagehide', () => live.close());
const fit = (frame) => {
  const inside = frame.contentDocument && frame.contentDocument.documentElement;
  if (inside && inside.scrollHeight > 40) { frame.style.height = '0'; frame.style.height = inside.scrollHeight + 'px'; }
};
for (const frame of document.querySelectorAll('iframe[data-fit]')) {
  frame.addEventListener('load', () => fit(frame));
  new ResizeObserver(() => fit(frame)).observe(frame.parentElement);
}
if (area) area.addEventListener('keydown', (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) area.form.requestSubmit(); });
const menu = document.querySelector('.menu');
addEventListener('click', (event) => { if (!menu.contains(event.target)) menu.open = false; });
addEventListener('keydown', (event) => { if (event.key === 'Escape' && menu.open) { menu.open = false; menu.querySelector('summary').focus(); } });
const current = document.querySelector('.strip [aria-current]');
if (current) current.scrollIntoView({ block: 'nearest', inline: 'center' });
})();
`;

/**
 * The dashboard's only script; every page works without. It hears from the server that something has changed, fetches the page again and puts the parts
 * that differ in place of the old ones: what is being typed, opened or focused stays. It closes menus, and keeps a form from being sent twice.
 */
export const script = `(() => {
const main = document.querySelector('main[data-stream]'), status = document.querySelector('.live');
const words = status ? JSON.parse(status.dataset.words) : {};
const say = (state) => { if (!status) return; status.querySelector('[data-said]').textContent = words[state]; status.querySelector('.dot').className = 'dot ' + state; };
let busy = false, again = false, pulse = main && main.dataset.pulse;
const typing = (element) => element && element.matches('input:not([type=hidden]), textarea, select');
const handle = (element) => { const form = element && element.closest('[data-focus]'); return form ? '[data-focus="' + CSS.escape(form.dataset.focus) + '"] ' + element.tagName.toLowerCase() : element && element.id ? '#' + CSS.escape(element.id) : element && element.matches('a[href]') ? 'a[href="' + CSS.escape(element.getAttribute('href')) + '"]' : ''; };
const last = new WeakMap();
const put = (old, fresh) => {
  const anew = fresh.innerHTML;
  if ((last.get(old) || old.innerHTML) === anew) return;
  const active = old.contains(document.activeElement) ? document.activeElement : null;
  if (typing(active)) return;
  const back = handle(active), open = [...old.querySelectorAll('details[open][id]')].map((one) => one.id);
  const known = new Set([...old.querySelectorAll('[data-row]')].map((row) => row.dataset.row));
  const scrolled = [...old.querySelectorAll('[data-scroll]')].map((one) => [one.dataset.scroll, one.scrollLeft]);
  const seen = new Map([...old.querySelectorAll('img')].map((image) => [image.getAttribute('src'), image]));
  for (const image of fresh.querySelectorAll('img')) { const kept = seen.get(image.getAttribute('src')); if (kept) image.replaceWith(kept); }
  last.set(old, anew);
  old.replaceChildren(...fresh.childNodes);
  for (const id of open) { const one = document.getElementById(id); if (one) one.open = true; }
  for (const [name, left] of scrolled) { const one = old.querySelector('[data-scroll="' + name + '"]'); if (one) one.scrollLeft = left; }
  if (known.size) for (const row of old.querySelectorAll('[data-row]')) if (!known.has(row.dataset.row)) row.classList.add('fresh');
  const focused = back && old.querySelector(back);
  if (focused) focused.focus({ preventScroll: true });
};
const refresh = async () => {
  if (busy) { again = true; return; }
  busy = true;
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' }, redirect: 'manual' });
    if (answer.type === 'opaqueredirect') return location.reload();
    if (answer.status >= 500) again = true;
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    pulse = page.querySelector('main').dataset.pulse;
    if (pulse === '') again = true;
    for (const fresh of page.querySelectorAll('[data-live]')) {
      const old = document.querySelector('[data-live="' + fresh.dataset.live + '"]');
      if (old) put(old, fresh);
    }
    document.documentElement.dataset.refreshed = String(Number(document.documentElement.dataset.refreshed || 0) + 1);
  } catch { again = true; } finally {
    busy = false;
    if (again) { again = false; setTimeout(refresh, 1500); }
  }
};
let source;
const listen = () => {
  source = new EventSource(main.dataset.stream);
  source.addEventListener('pulse', (event) => { say('on'); if (event.data !== pulse) { pulse = event.data; refresh(); } });
  source.addEventListener('over', () => location.reload());
  source.onerror = () => { say('off'); if (source.readyState === 2) setTimeout(listen, 10000); };
};
if (main) {
  const start = () => { if (document.visibilityState === 'visible' && (!source || source.readyState === 2)) listen(); };
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') { if (source) source.close(); } else start(); });
  addEventListener('pagehide', () => source && source.close());
  start();
}
addEventListener('click', (event) => { for (const menu of document.querySelectorAll('.menu[open]')) if (!menu.contains(event.target)) menu.open = false; });
addEventListener('keydown', (event) => { if (event.key !== 'Escape') return; for (const menu of document.querySelectorAll('.menu[open]')) { menu.open = false; menu.querySelector('summary').focus(); } });
addEventListener('submit', (event) => { const form = event.target; if (form.method !== 'post') return; if (form.dataset.sent) return event.preventDefault(); form.dataset.sent = '1'; form.setAttribute('aria-busy', 'true'); });
addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
addEventListener('change', (event) => { const form = event.target.form; if (form && form.matches('form[data-at-once]')) form.requestSubmit(); });
})();
`;

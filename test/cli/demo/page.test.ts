import { describe, expect, test } from '@jest/globals';
import { readPage } from '../../../cli/demo/crowd/page.ts';

const address = 'http://127.0.0.1:8080/p/jean-dupont-7KQ9XM2PAB';

describe('the crowd reads a page as a browser does', () => {
  test('finds where its script says that it was seen', () => {
    const { beacon } = readPage(`<script>d.addEventListener('x',f);navigator.sendBeacon("http:\\/\\/127.0.0.1:8080/b/7KQ9XM2PAB?v=1")</script>`, address);
    expect(beacon).toBe('http://127.0.0.1:8080/b/7KQ9XM2PAB?v=1');
  });

  test('finds its form with hidden fields and what may be chosen', () => {
    const { forms } = readPage(
      `<form class="card" method="post" action="/p/jean-dupont-7KQ9XM2PAB?a=1&amp;b=2">
         <input type="hidden" name="form" value="f&quot;1"/>
         <input type="radio" name="interest" required="" value="replace"/><input type="radio" name="interest" value="service" checked=""/>
         <button type="submit">Envoyer</button>
       </form>`,
      address,
    );
    expect(forms).toEqual([
      { action: 'http://127.0.0.1:8080/p/jean-dupont-7KQ9XM2PAB?a=1&b=2', fields: { form: 'f"1' }, choices: { interest: ['replace', 'service'] } },
    ]);
  });

  test('finds its links, and leaves out what is no web address', () => {
    const { links } = readPage(`<a href="/u/7KQ9XM2PAB">x</a> <a class="b" href="https://www.bellebraise.example">y</a> <a href="tel:+33100000000">z</a> <a name="top">t</a>`, address);
    expect(links).toEqual(['http://127.0.0.1:8080/u/7KQ9XM2PAB', 'https://www.bellebraise.example/']);
  });

  test('reads the voucher on it', () => {
    expect(readPage('<p class="code">7KQ9X-M2PAB</p>', address).voucher).toBe('7KQ9X-M2PAB');
  });

  test('takes a page without any of it as it is', () => {
    expect(readPage('<p>Bonjour</p>', address)).toEqual({ address, forms: [], links: [] });
  });
});

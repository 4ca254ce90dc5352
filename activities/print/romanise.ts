/**
 * Cyrillic as passports write it (ICAO Doc 9303-3, section 6, table B): the name on the piece is the one on the person's papers. The language of a
 * name is not known, so where the table differs by language the Russian reading holds.
 */
const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f',
  х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: 'ie', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia',
  ґ: 'g', є: 'ie', і: 'i', ї: 'i', ў: 'u', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', ђ: 'd', џ: 'dz', ѓ: 'g', ќ: 'k', ѕ: 'dz', ѣ: 'e', ѳ: 'f', ѵ: 'i', ғ: 'g', қ: 'k', ң: 'n', ө: 'o', ү: 'u', ұ: 'u', һ: 'h', ә: 'a',
};

/** Greek by ISO 843, type 2 (ELOT 743, transcription), which Greek passports and road signs use. */
const GREEK: Readonly<Record<string, string>> = {
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o',
};

/** Pairs that are one sound; after `αυ ευ ηυ` an unvoiced letter or the end makes it an f. */
const GREEK_PAIRS: Readonly<Record<string, string>> = { ου: 'ou', γγ: 'ng', γξ: 'nx', γχ: 'nch' };
const BEFORE_UPSILON: Readonly<Record<string, string>> = { α: 'a', ε: 'e', η: 'i' };
const UNVOICED = /^[θκξπσςτφχψ]/;

/** A word in Greek or Cyrillic, with its accents. */
export const FOREIGN_WORD = /[\p{Script=Greek}\p{Script=Cyrillic}][\p{Script=Greek}\p{Script=Cyrillic}\p{Mn}]*/gu;

/**
 * Greek and Cyrillic words in Latin letters without accents; everything else stays as it is.
 *
 * @example romanised('Щербаков') // 'Shcherbakov'
 * @example romanised('Παπαδόπουλος, ΕΥΑ') // 'Papadopoulos, EVA'
 */
export function romanised(text: string): string {
  return text.replace(FOREIGN_WORD, (word) => (/\p{Script=Greek}/u.test(word) ? greek(word) : cyrillic(word)));
}

function cyrillic(word: string): string {
  const letters = [...word.normalize('NFC')];
  return letters.map((letter, index) => inCaseOf(letter, CYRILLIC[letter.toLowerCase()] ?? withoutMarks(letter), letters[index + 1] ?? letters[index - 1])).join('');
}

function greek(word: string): string {
  // A diaeresis parts two vowels, so it is looked at before it goes; stress and breathings are not.
  const letters = [...word.normalize('NFD').replace(/(?!\u0308)\p{Mn}/gu, '').matchAll(/\P{Mn}\p{Mn}*/gu)].map(([letter]) => letter.normalize('NFC'));
  let latin = '';
  for (let index = 0; index < letters.length; index++) {
    const [letter, next = ''] = [letters[index]!, letters[index + 1]];
    const pair = pairOf(letters, index);
    latin += inCaseOf(letter, pair ?? GREEK[plain(letter)] ?? withoutMarks(letter), next || letters[index - 1]);
    if (pair !== undefined) index++;
  }
  return latin;
}

function pairOf(letters: readonly string[], index: number): string | undefined {
  const [first, second] = [letters[index]!.toLowerCase(), letters[index + 1]?.toLowerCase() ?? ''];
  if (first === 'μ' && second === 'π') return index === 0 || index === letters.length - 2 ? 'b' : 'mp';
  const vowel = BEFORE_UPSILON[first];
  if (vowel !== undefined && second === 'υ') {
    const after = letters[index + 2]?.toLowerCase();
    return vowel + (after === undefined || UNVOICED.test(after) ? 'f' : 'v');
  }
  return GREEK_PAIRS[first + second];
}

function plain(letter: string): string {
  return withoutMarks(letter).toLowerCase();
}

function withoutMarks(letter: string): string {
  return letter.normalize('NFD').replace(/\p{Mn}/gu, '');
}

/** `Ж` is `Zh` in `Жанна` and `ZH` in `ЖАННА`: the neighbour tells. */
function inCaseOf(letter: string, latin: string, neighbour = ''): string {
  if (letter === letter.toLowerCase()) return latin;
  const isAllCapitals = neighbour !== '' && neighbour !== neighbour.toLowerCase();
  return isAllCapitals ? latin.toUpperCase() : latin.charAt(0).toUpperCase() + latin.slice(1);
}

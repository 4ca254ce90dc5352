import { describe, expect, test } from '@jest/globals';
import { fittedTo, kindOf, type Lacks } from '../../../activities/print/fitted-to.ts';
import { romanised } from '../../../activities/print/romanise.ts';
import { openTypefaces } from '../../../activities/print/typeface.ts';

const { regular } = openTypefaces();
/** A printer's old font: the letters of ISO 8859-1 and nothing else. */
const latin1: Lacks = (text) => [...text].find((character) => !/[\x20-\x7e\xa0-\xff]/.test(character));
/** A font of capitals and small letters without any accent. */
const plain: Lacks = (text) => [...text].find((character) => !/[\x20-\x7e]/.test(character));

describe('a name set in a typeface', () => {
  test.each([
    ['Élodie Lefèvre', 'Élodie Lefèvre', 'Élodie Lefèvre', 'Elodie Lefevre'],
    ['Łukasz Wałęsa', 'Łukasz Wałęsa', 'Lukasz Walesa', 'Lukasz Walesa'],
    ['Ștefan Țiriac', 'Ștefan Țiriac', 'Stefan Tiriac', 'Stefan Tiriac'],
    ['Weiß', 'Weiß', 'Weiß', 'Weiss'],
    ['Œuvré', 'Œuvré', 'OEuvré', 'OEuvre'],
    ['Þórður Ægisson', 'Þórður Ægisson', 'Þórður Ægisson', 'THordur AEgisson'],
    ['İpek Yıldız', 'İpek Yıldız', 'Ipek Yildiz', 'Ipek Yildiz'],
    ['Dvořák', 'Dvořák', 'Dvorák', 'Dvorak'],
    ['Đặng Thị Nguyễn', 'Đăng Thi Nguyên', 'Dang Thi Nguyên', 'Dang Thi Nguyen'],
    ['Θεόδωρος Παπαδόπουλος', 'Theodoros Papadopoulos', 'Theodoros Papadopoulos', 'Theodoros Papadopoulos'],
    ['Жанна Щербакова', 'Zhanna Shcherbakova', 'Zhanna Shcherbakova', 'Zhanna Shcherbakova'],
    ['L’Hénoret‑Dubois', 'L’Hénoret-Dubois', "L’Hénoret-Dubois", 'L’Henoret-Dubois'],
    ['ﬁne Ｌｉｎｅｓ', 'fine Lines', 'fine Lines', 'fine Lines'],
  ])('%s', (name, inInter, inLatin1, inPlain) => {
    // A curly apostrophe is in neither old font; it is no letter, and this is about letters.
    const withQuote = (lacks: Lacks): Lacks => (text) => lacks(text.replaceAll('’', "'"));
    expect(fittedTo(regular.lacks, name).text).toBe(inInter);
    expect(fittedTo(withQuote(latin1), name).text).toBe(inLatin1);
    expect(fittedTo(withQuote(plain), name).text).toBe(inPlain);
  });

  test('tells that it wrote another script in Latin letters, and not of an accent that it left out', () => {
    expect(fittedTo(regular.lacks, 'Щербаков')).toEqual({ text: 'Shcherbakov', transliterated: true, unfit: undefined });
    expect(fittedTo(regular.lacks, 'Nguyễn')).toEqual({ text: 'Nguyên', transliterated: false, unfit: undefined });
  });

  test.each([
    ['أمينة', 'right-to-left'],
    ['כהן', 'right-to-left'],
    ['王小明', 'non-latin'],
    ['さくら', 'non-latin'],
    ['ნინო', 'non-latin'],
    ['Léa 🌻', 'emoji'],
    ['Léa 👩🏽‍🚀', 'emoji'],
    ['Léa 🇫🇷', 'emoji'],
    ['Léa\u0007', 'control-character'],
  ])('has no way for %s: %s', (name, reason) => {
    const { unfit } = fittedTo(regular.lacks, name);
    expect(unfit === undefined ? 'fit' : kindOf(unfit).reason).toBe(reason);
  });
});

describe('Greek and Cyrillic in Latin letters', () => {
  test.each([
    ['Αθήνα', 'Athina'],
    ['ΑΘΗΝΑ', 'ATHINA'],
    ['Ευαγγελία Μπότση', 'Evangelia Botsi'],
    ['Λάμπρος', 'Lampros'],
    ['Χαράλαμπος Ψαρράς', 'Charalampos Psarras'],
    ['Σταύρος Ευθυμίου', 'Stavros Efthymiou'],
    ['Ταΰγετος', 'Taygetos'],
    ['Ουρανία', 'Ourania'],
    ['ΧΡΗΣΤΟΣ', 'CHRISTOS'],
    ['Владимир Цветков', 'Vladimir Tsvetkov'],
    ['ЖАННА', 'ZHANNA'],
    ['Юлия Хрущёва', 'Iuliia Khrushcheva'],
    ['Ђорђе Џемаловић', 'Dorde Dzemalovic'],
    ['Наталія Єфремова', 'Nataliia Iefremova'],
    ['Anna Κυριακού, Nice', 'Anna Kyriakou, Nice'],
  ])('%s is %s', (name, latin) => {
    expect(romanised(name)).toBe(latin);
  });
});

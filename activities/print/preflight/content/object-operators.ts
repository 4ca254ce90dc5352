import type { ValueReader } from '../file/value-reader.ts';
import { Keyword, PdfName, type PdfDict, type PdfStream, type PdfValue } from '../file/values.ts';
import { colourSpaceOf } from './colour-space.ts';
import { boxed, IDENTITY, isMatrix, scales, times } from './geometry.ts';
import type { Operator, Walk } from './walk.ts';

const UNIT = { left: 0, bottom: 0, right: 1, top: 1 };

const showObject: Operator = (walk, [name]) => {
  if (!(name instanceof PdfName)) return;
  const { file, resources } = walk;
  const stream = file.stream(file.dict(resources?.get('XObject'))?.get(name.name));
  if (!stream) return;
  const { dict } = stream;
  const subtype = file.name(dict.get('Subtype'));
  if (dict.has('OPI')) walk.trait('opi', 'a place holder for an image that lies elsewhere (OPI)');
  if (dict.has('Ref') || dict.has('F')) walk.trait('external-content', 'content that lies in another file');
  if (subtype === 'PS' || file.name(dict.get('Subtype2')) === 'PS') walk.trait('postscript', 'PostScript within the page');
  if (subtype === 'Image') showImage(walk, dict, name.name);
  if (subtype === 'Form') showForm(walk, stream);
};

function showForm(walk: Walk, stream: PdfStream): void {
  const { file, state } = walk;
  const { dict } = stream;
  const own = file.numbers(dict.get('Matrix'));
  const transformation = times(isMatrix(own) ? own : IDENTITY, state.transformation);
  const [left, bottom, right, top] = file.numbers(dict.get('BBox')) ?? [];
  const within = left === undefined || bottom === undefined || right === undefined || top === undefined ? undefined : boxed({ left, bottom, right, top }, transformation);
  walk.forms.show(walk, { stream, resources: file.dict(dict.get('Resources')), transformation, within });
}

function showImage(walk: Walk, dict: PdfDict, name: string): void {
  const { file, state } = walk;
  const entry = (long: string, short: string): PdfValue | undefined => dict.get(long) ?? dict.get(short);
  const [width, height] = [file.number(entry('Width', 'W')) ?? 0, file.number(entry('Height', 'H')) ?? 0];
  const mask = file.resolve(entry('ImageMask', 'IM')) === true;
  const said = entry('ColorSpace', 'CS');
  const space = mask || said === undefined ? undefined : colourSpaceOf(file, said, walk.resources);
  const box = walk.visible(boxed(UNIT, state.transformation));
  if (!box) return;
  const { x, y } = scales(state.transformation);
  const softMask = file.dict(dict.get('SMask')) !== undefined;
  walk.emit({
    kind: 'image',
    box,
    colour: state.fill,
    picture: { name, width, height, mask, bits: file.number(entry('BitsPerComponent', 'BPC')) ?? (mask ? 1 : 8), space, softMask },
    resolution: [width / (Math.max(x, 1e-6) / 72), height / (Math.max(y, 1e-6) / 72)],
  });
  if (softMask) walk.trait('transparency', 'an image with a soft mask');
}

/** An image within the content (ISO 32000-1, 8.9.7): its data ends at `EI`. */
export function showInlineImage(walk: Walk, reader: ValueReader): void {
  const dict = new Map<string, PdfValue>();
  for (;;) {
    const key = reader.next();
    if (key === undefined) return;
    if (key instanceof Keyword && key.word === 'ID') break;
    if (!(key instanceof PdfName)) continue;
    const value = reader.next();
    if (value !== undefined && !(value instanceof Keyword)) dict.set(key.name, value);
  }
  showImage(walk, dict, 'inline');
  const { bytes } = reader;
  for (let at = bytes.indexOf('EI', reader.position + 1); at >= 0; at = bytes.indexOf('EI', at + 2)) {
    const around = bytes.toString('latin1', at - 1, at + 12);
    // Data may hold the two letters by chance; then what follows is no text.
    if (/^\sEI(\s[\x09\x0a\x0d\x20-\x7e]*)?$/.test(around)) {
      reader.position = at + 2;
      return;
    }
  }
  reader.position = bytes.length;
}

const showShading: Operator = (walk, [name]) => {
  if (!(name instanceof PdfName)) return;
  const { file, resources, state } = walk;
  const shading = file.dict(file.dict(resources?.get('Shading'))?.get(name.name));
  if (shading && state.clip) walk.emit({ kind: 'shading', box: state.clip, space: colourSpaceOf(file, shading.get('ColorSpace'), resources) });
};

/** States by name (ISO 32000-1, 8.4.5): line width, font, and whatever lets the ground show through. */
const setState: Operator = (walk, [name]) => {
  if (!(name instanceof PdfName)) return;
  const { file, resources, state } = walk;
  const dict = file.dict(file.dict(resources?.get('ExtGState'))?.get(name.name));
  if (!dict) return;
  const width = file.number(dict.get('LW'));
  if (width !== undefined) state.lineWidth = Math.max(0, width);
  const opacity = Math.min(file.number(dict.get('ca')) ?? 1, file.number(dict.get('CA')) ?? 1);
  if (opacity < 1) walk.trait('transparency', `opacity of ${Math.round(opacity * 100)} %`);
  const modes = file.array(dict.get('BM')) ?? [dict.get('BM') ?? null];
  const mode = file.name(modes[0]);
  if (mode && mode !== 'Normal' && mode !== 'Compatible') walk.trait('transparency', `blend mode ${mode.slice(0, 20)}`);
  if (file.dict(dict.get('SMask'))) walk.trait('transparency', 'a soft mask');
};

/** Objects by name: forms, images, shadings, states. */
export const OBJECT_OPERATORS: Readonly<Record<string, Operator>> = { Do: showObject, sh: showShading, gs: setState };

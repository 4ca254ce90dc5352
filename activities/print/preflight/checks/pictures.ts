import type { ContentCheck } from './content-check.ts';

/** Pixels per inch, as placed: under the first it looks coarse to everybody, under the second to some. */
const [COARSE, SOFT] = [150, 225];
/** Of black and white images, whose edges are steps. */
const LINE_ART = 550;
/** Pixels: 100 megapixels are a metre at 300 ppi. */
const LARGE = 100e6;
/** Points: what is smaller is an ornament, whose resolution nobody sees. */
const SMALL = 9;

/** Resolution of images at the size at which they are placed. */
export const checkPictures: ContentCheck = ({ mark, frame, findings }) => {
  if (mark.kind !== 'image') return;
  const { width, height, bits, mask } = mark.picture;
  const at = { page: frame.number, place: frame.placeOf(mark.box) };
  if (width * height > LARGE) findings.add('image-too-large', `Expected images of at most ${LARGE / 1e6} megapixels, got ${Math.round((width * height) / 1e6)} (${width} × ${height}).`, at);
  if (mark.box.right - mark.box.left < SMALL && mark.box.top - mark.box.bottom < SMALL) return;
  const resolution = Math.round(Math.min(...mark.resolution));
  const pixels = `${width} × ${height} pixels`;
  if (bits === 1 || mask) {
    if (resolution < LINE_ART) findings.add('line-art-resolution', `Expected black and white images at ${LINE_ART} ppi or more, got ${resolution} ppi (${pixels}).`, at);
  } else if (resolution < SOFT) {
    findings.add('image-resolution', `Expected images at ${SOFT} ppi or more, got ${resolution} ppi (${pixels}).`, { ...at, severity: resolution < COARSE ? 'error' : 'warning' });
  }
};

import { address, image, paragraphs, purl, qr, rectangle, text, words } from '../../scenarios/content/design-fields.ts';
import { design, fill } from '../../scenarios/content/design.ts';
import type { DesignedMessage } from '../../scenarios/content/index.ts';

const CARD = design({
  format: 'a5-postcard',
  pages: [
    // The picture side: a designer's PDF, and a photograph that differs from piece to piece.
    {
      background: { pdf: new URL('artwork/summer.pdf', import.meta.url), page: 1 },
      fields: {
        photo: image({ x: 110, y: -3, width: 103, height: 154, fit: 'cover' }),
        headline: text({ x: 14, y: 40, width: 88, height: 40, size: 30, least: 24, leading: 34, face: 'bold' }),
      },
    },
    // The address side, drawn.
    {
      drawn: [rectangle({ x: -3, y: -3, width: 105, height: 131, colour: [0.1, 0, 0.12, 0] }), words({ text: 'Le Jardin', x: 12, y: 10, width: 80, height: 8, size: 14, face: 'bold' })],
      fields: {
        body: paragraphs({ x: 12, y: 24, width: 84, height: 50, size: 10, least: 8.5 }),
        scan: qr({ x: 12, y: 86, size: 28 }),
        web: purl({ x: 43, y: 96, width: 54, height: 9, size: 8, leading: 11, face: 'bold' }),
        to: address(),
      },
    },
  ],
});

const PHOTOS = { roses: new URL('artwork/roses.png', import.meta.url), tomatoes: new URL('artwork/tomatoes.png', import.meta.url) };

export const summerCard: DesignedMessage<{ grows: keyof typeof PHOTOS }, 'a5-postcard'> = {
  medium: 'print',
  purpose: 'marketing',
  cost: 0.78,
  sample: { grows: 'roses' },
  format: 'a5-postcard',
  paper: 'couché mat 300 g/m²',
  postageClass: 'publicitaire J+3',
  deliveryDays: 3,
  page: 'summer',
  content: ({ props, person }) =>
    fill(CARD, {
      photo: PHOTOS[props.grows],
      headline: 'L’été commence dans la terre.',
      body: [`Bonjour ${person.firstName ?? ''},`, 'Les plants sont arrivés ce matin, et les vôtres vous attendent.'],
    }),
};

import QRCode from 'qrcode';
import { UnprintableError } from './unprintable-error.ts';

/** Modules of white around the code (ISO/IEC 18004). */
const QUIET_ZONE = 4;
/** Millimetres: smaller modules fill up on uncoated paper and are not read from pixels of cheap cameras. */
const SMALLEST_MODULE = 0.5;

export interface QrBox {
  /** Millimetres that a module must have at least; 0.5 unless said. */
  readonly leastModule?: number;
  readonly x: number;
  readonly y: number;
  /** Side of the square that code and quiet zone fill, in millimetres. */
  readonly size: number;
}

/**
 * A QR code of level Q as rectangles in millimetres, one for each run of black modules in a row. The text is put in capitals: that keeps it in
 * the alphanumeric mode, whose codes are a third smaller, and the tracker's routes take any letter case.
 *
 * @throws UnprintableError `QrCodeTooLarge` when its modules would be under 0.5 mm.
 * @example qrCode('http://bellebraise.example/q/7KQ9XM2PAB', { x: 7, y: 62, size: 24 })
 */
export function qrCode(text: string, { x, y, size, leastModule = SMALLEST_MODULE }: QrBox): { x: number; y: number; width: number; height: number }[] {
  const { modules } = QRCode.create(text.toUpperCase(), { errorCorrectionLevel: 'Q' });
  const module = size / (modules.size + 2 * QUIET_ZONE);
  if (module < leastModule) {
    const needed = ((modules.size + 2 * QUIET_ZONE) * leastModule).toFixed(1);
    throw new UnprintableError('QrCodeTooLarge', 'qr code', `Expected the QR code to fit ${size} mm with modules of ${leastModule} mm, got ${needed} mm for ${text.length} characters. Use a shorter public address.`);
  }
  const boxes = [];
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      const start = column;
      while (column < modules.size && modules.get(row, column)) column++;
      if (column > start) boxes.push({ x: x + (start + QUIET_ZONE) * module, y: y + (row + QUIET_ZONE) * module, width: (column - start) * module, height: module });
    }
  }
  return boxes;
}

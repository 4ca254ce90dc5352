import { PermanentError } from '../errors.ts';

export type UnprintableType =
  | 'TextTooLong'
  | 'CharacterNotInFont'
  | 'NoAddress'
  | 'AddressTooLong'
  | 'BadAddress'
  | 'QrCodeTooLarge'
  | 'BadContent'
  | 'BadDesign'
  | 'BadBackground'
  | 'BadImage'
  | 'ImageTooCoarse'
  | 'BadVoucher'
  | 'TooManyPages';

/**
 * A mailpiece that can't be printed as it is: permanent, since the same content will not fit the next time either.
 * The message names the field and measures, never what is written there: it may be a name or an address.
 */
export class UnprintableError extends PermanentError {
  override readonly name = 'UnprintableError';
  constructor(
    type: UnprintableType,
    /** Such as `back.paragraphs` or `address line 4`. */
    readonly field: string,
    message: string,
  ) {
    super(type, message);
  }
}

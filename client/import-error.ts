/** A file that can't be imported at all: permanent, since the same file will fail again. Single bad rows are reported, not thrown. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  constructor(
    readonly type: 'EmptyFile' | 'BadEncoding' | 'BadColumns' | 'BadRows',
    message: string,
  ) {
    super(message);
  }
}

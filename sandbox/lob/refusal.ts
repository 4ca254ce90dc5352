/** What Lob answers when it does not do what was asked: status, code and message of its error object. */
export class LobRefusal extends Error {
  override readonly name = 'LobRefusal';
  constructor(
    readonly status: number,
    /** One of Lob's codes, such as `invalid_file_dimensions`. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  /** As Lob writes it. */
  get body(): object {
    return { error: { message: this.message, status_code: this.status, code: this.code } };
  }
}

/** @throws LobRefusal always: a request that can't be done as it is. */
export function refuse(code: string, message: string): never {
  throw new LobRefusal(422, code, message);
}

import { RetryableError } from '../../../errors.ts';

/** SFTP's words for a refusal: draft-ietf-secsh-filexfer-02, section 7. */
export const STATUS = { noSuchFile: 2, permissionDenied: 3, failure: 4, noConnection: 6, connectionLost: 7, unsupported: 8 } as const;

/** Our own code for a request that was not answered in time. */
export const UNANSWERED = 'UNANSWERED';

/** What went wrong before there was a session. */
export interface Opening {
  /** `sftp://host:port`. */
  readonly server: string;
  /** What the server showed, when it was not what we expect. */
  readonly strangeKey: string | undefined;
}

/**
 * Our error for a session that could not be opened. All are retryable: the network mends itself, and settings are mended by an operator,
 * while a permanent error would cost the campaign its mailpieces.
 */
export function fromOpening(error: unknown, { server, strangeKey }: Opening): RetryableError {
  const { code, message } = error as { code?: string | number; message: string };
  if (strangeKey !== undefined) {
    return new RetryableError(
      'SftpHostKey',
      `Expected ${server} to prove itself with the key in SFTP_HOST_KEY, got ${strangeKey}. It may be another machine that answers in its place: nothing was sent. ` +
        'Ask the print house for the fingerprint of its key, by telephone rather than by this line, and set SFTP_HOST_KEY when it has changed.',
    );
  }
  if (/authentication methods failed/.test(message)) return new RetryableError('SftpUnauthorized', `Expected ${server} to let us in, got a refusal. Check SFTP_USER and SFTP_KEY_FILE or SFTP_PASSWORD.`);
  if (/privateKey|passphrase/i.test(message)) {
    return new RetryableError('SftpKeyFile', `Expected SFTP_KEY_FILE to be a private key that opens, got '${plain(message)}'. Check the file, and SFTP_KEY_PASSPHRASE when the key has one.`);
  }
  if (/no matching|handshake failed/i.test(message)) return new RetryableError('SftpHandshake', `Expected ${server} to know a cipher that we know, got '${plain(message)}'. Ask the print house to update its server.`);
  if (/subsystem|unable to exec|Channel open failure/i.test(message)) return new RetryableError('SftpNotOffered', `Expected ${server} to offer SFTP to SFTP_USER, got '${plain(message)}'. Ask the print house.`);
  return new RetryableError('SftpUnreachable', `Expected ${server} to answer, got ${typeof code === 'string' && code !== 'ERR_GENERIC_CLIENT' ? code : `'${plain(message)}'`}. Check SFTP_HOST and SFTP_PORT; trying again later.`);
}

/** What was asked of a server in a session when it failed. */
export interface Asked {
  readonly server: string;
  /** Such as `write /in/job/001.pdf.9f86d081.part`. */
  readonly request: string;
  /** It was about bytes of a file that could be opened. */
  readonly writing?: boolean;
}

/** Our error for a request that failed. Retryable, as above. */
export function fromRequest(error: unknown, { server, request, writing = false }: Asked): RetryableError {
  const { code, message } = error as { code?: string | number; message: string };
  const asked = `Expected ${server} to ${request}`;
  if (code === STATUS.permissionDenied) return new RetryableError('PrinterForbids', `${asked}, got 'permission denied'. Ask the print house to let SFTP_USER read, write, rename and delete in SFTP_FOLDER.`);
  if (code === STATUS.noSuchFile) return new RetryableError('PrinterFolderMissing', `${asked}, got 'no such file'. Check SFTP_FOLDER. A job's own folder is made anew by the next try.`);
  // OpenSSH has no other word than failure for it.
  if (/space|quota/i.test(message) || (writing && code === STATUS.failure)) {
    return new RetryableError('PrinterDiskFull', `${asked}, got '${plain(message)}', as servers say when a disk or a quota is full. Ask the print house to make room; the job goes on where it stopped.`);
  }
  if (typeof code === 'number' && code !== STATUS.noConnection && code !== STATUS.connectionLost) {
    return new RetryableError('PrinterTrouble', `${asked}, got '${plain(message)}' (SFTP status ${code}). Trying again later; ask the print house when it stays so.`);
  }
  return new RetryableError('SftpUnreachable', `${asked}, got ${code === UNANSWERED ? 'no answer in time' : 'the end of the connection'}. Trying again later; the job goes on where it stopped.`);
}

/** What a server says goes into Temporal's history: one line of it, not a page. */
function plain(message: string): string {
  return message.replace(/^(\w+(->)?: ?)+/, '').replace(/\s+/g, ' ').trim().slice(0, 200);
}

import type { Socket } from 'node:net';
import type { SmtpFault } from '../faults.ts';

export interface SessionOptions {
  /** What callers must log in with; nobody need when left out. */
  readonly login?: { readonly user: string; readonly password: string } | undefined;
  /** Turns the connection into one by TLS; no STARTTLS where it is left out. */
  readonly secure?: ((socket: Socket) => void) | undefined;
  /** Says nothing first: the connection has become another one. */
  readonly isUpgraded?: boolean;
  readonly nextFault: () => SmtpFault | undefined;
  /** A mail was taken; false keeps the answer back and hangs up. */
  readonly take: (raw: string, recipients: readonly string[]) => void;
}

/** Bytes of a mail at most. */
const LIMIT = 25 * 1024 * 1024;
const ADDRESS = /<([^<>\s]+@[^<>\s]+)>/;

/** One connection of a caller: enough of SMTP (RFC 5321) for a real client, with AUTH PLAIN and LOGIN, with STARTTLS where there is a certificate. */
export function serveSession(socket: Socket, { login, secure, isUpgraded = false, nextFault, take }: SessionOptions): void {
  let rest = '';
  let loggedIn = login === undefined;
  let fault: SmtpFault | undefined;
  let sender: string | undefined;
  let recipients: string[] = [];
  let waitsFor: 'command' | 'message' | 'user' | 'password' | 'credentials' = 'command';
  let user = '';

  const say = (line: string): void => void socket.write(`${line}\r\n`);
  const forget = (): void => {
    sender = undefined;
    recipients = [];
    fault = undefined;
  };
  /** Goes wrong here, if it was asked to. */
  const fails = (at: SmtpFault['at']): boolean => {
    if (fault?.at !== at) return false;
    if (fault.answer === 'hang-up') socket.destroy();
    else say(fault.answer);
    return true;
  };
  const check = (name: string, password: string): void => {
    waitsFor = 'command';
    loggedIn = login !== undefined && name === login.user && password === login.password;
    say(loggedIn ? '235 2.7.0 Welcome' : '535 5.7.8 Authentication credentials invalid');
  };
  const plain = (encoded: string): void => {
    const [, name = '', password = ''] = Buffer.from(encoded, 'base64').toString().split('\0');
    check(name, password);
  };

  const obey = (line: string): void => {
    const [verb = '', ...words] = line.split(' ');
    switch (verb.toUpperCase()) {
      case 'EHLO':
        for (const one of ['250-sandbox', '250-PIPELINING', '250-8BITMIME', ...(secure ? ['250-STARTTLS'] : []), ...(login ? ['250-AUTH PLAIN LOGIN'] : [])]) say(one);
        return say(`250 SIZE ${LIMIT}`);
      case 'HELO':
        return say('250 sandbox');
      case 'STARTTLS':
        if (!secure) return say('502 5.5.1 No TLS here');
        // What came before the handshake is forgotten (RFC 3207, 4.2), or a stranger could have put it there.
        rest = '';
        socket.removeListener('data', hear);
        say('220 2.0.0 Ready to start TLS');
        return secure(socket);
      case 'AUTH':
        if (words[0]?.toUpperCase() === 'PLAIN') return words[1] ? plain(words[1]) : ((waitsFor = 'credentials'), say('334 '));
        waitsFor = 'user';
        return say('334 VXNlcm5hbWU6');
      case 'MAIL':
        if (!loggedIn) return say('530 5.7.0 Authentication required');
        fault = nextFault();
        if (fails('mail')) return undefined;
        sender = ADDRESS.exec(line)?.[1];
        return say(sender ? '250 2.1.0 Ok' : '501 5.1.7 Bad sender address syntax');
      case 'RCPT': {
        if (sender === undefined) return say('503 5.5.1 MAIL first');
        if (fails('recipient')) return undefined;
        const recipient = ADDRESS.exec(line)?.[1];
        if (recipient) recipients.push(recipient);
        return say(recipient ? '250 2.1.5 Ok' : '501 5.1.3 Bad recipient address syntax');
      }
      case 'DATA':
        if (recipients.length === 0) return say('503 5.5.1 RCPT first');
        if (fails('data')) return undefined;
        waitsFor = 'message';
        return say('354 End data with <CR><LF>.<CR><LF>');
      case 'RSET':
        forget();
        return say('250 2.0.0 Ok');
      case 'NOOP':
        return say('250 2.0.0 Ok');
      case 'QUIT':
        say('221 2.0.0 Bye');
        return void socket.end();
      default:
        return say('502 5.5.2 Command not recognized');
    }
  };

  const message = (raw: string): void => {
    waitsFor = 'command';
    // A broken connection here is a lost receipt: the mail is kept. An answer of 4xx or 5xx is a refusal, and keeps nothing.
    const refuses = fault?.at === 'message' && fault.answer !== 'hang-up';
    if (!refuses) take(raw.replace(/^\.\./gm, '.'), recipients);
    if (!fails('message')) say('250 2.0.0 Ok: queued');
    forget();
  };

  socket.setEncoding('latin1');
  socket.on('error', () => socket.destroy());
  const hear = (chunk: string): void => {
    rest += chunk;
    while (!socket.destroyed) {
      const end = waitsFor === 'message' ? rest.indexOf('\r\n.\r\n') : rest.indexOf('\r\n');
      if (end < 0) return rest.length > LIMIT ? void socket.destroy() : undefined;
      const taken = rest.slice(0, end);
      rest = rest.slice(end + (waitsFor === 'message' ? 5 : 2));
      if (waitsFor === 'message') message(taken);
      else if (waitsFor === 'credentials') plain(taken);
      else if (waitsFor === 'user') {
        user = Buffer.from(taken, 'base64').toString();
        waitsFor = 'password';
        say('334 UGFzc3dvcmQ6');
      } else if (waitsFor === 'password') check(user, Buffer.from(taken, 'base64').toString());
      else obey(taken);
    }
    return undefined;
  };
  socket.on('data', hear);
  if (!isUpgraded) say('220 sandbox ESMTP');
}

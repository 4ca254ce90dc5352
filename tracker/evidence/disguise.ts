/** Products that follow links of mails and put their name behind that of a browser; isbot knows those that name themselves alone. */
const MAIL_SCANNERS =
  /barracuda|proofpoint|urldefense|mimecast|ironport|cisco ?secure|umbrella|trend ?micro|fortinet|fortimail|fortiguard|sophos|symantec|messagelabs|fireeye|trellix|forcepoint|zscaler|vade ?(secure|retro)|hornetsecurity|avanan|ironscales|cofense|perception ?point|cloudmark|spamexperts|bitdefender|kaspersky|mcafee|safelinks|googleimageproxy|yahoomailproxy|ms-office|msoffice|microsoft (office|outlook)|skypeuripreview|bingpreview|slack(bot|-imgproxy)|whatsapp|telegrambot|facebookexternalhit|linkedinbot/i;

/** What every browser's name begins with. */
const BROWSER = /^(Mozilla|Opera)\//;
/** And what it is built on. */
const ENGINE = /Gecko|AppleWebKit|Presto|Trident/;
/** Internet Explorer before 11, and the first Edge: nobody reads with them any more, sandboxes of scanners still do. */
const DEAD = /MSIE \d|Edge\/1[2-4]\./;
const DESKTOP_CHROME = /(?:Windows NT|Macintosh|X11)[^)]*\).*Chrome\/(\d+)\./;
/** Of 2017. Chrome updates itself; the last one for Windows 7 is 109, for macOS 10.10 it is 87. */
const OLDEST_CHROME = 61;

/**
 * Whether a name that looks like a browser's is none that people use: a mail scanner's, one that no browser has, or one that has been out of use for
 * years and lives on in scanners' sandboxes.
 */
export function isDisguised(agent: string): 'mail-scanner' | 'no-browser' | 'outdated-browser' | undefined {
  if (MAIL_SCANNERS.test(agent)) return 'mail-scanner';
  if (!BROWSER.test(agent) || !ENGINE.test(agent)) return /MSIE \d/.test(agent) ? 'outdated-browser' : 'no-browser';
  if (DEAD.test(agent)) return 'outdated-browser';
  const chrome = DESKTOP_CHROME.exec(agent)?.[1];
  return chrome !== undefined && Number(chrome) < OLDEST_CHROME ? 'outdated-browser' : undefined;
}

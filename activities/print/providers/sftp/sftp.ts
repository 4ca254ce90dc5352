import { posix } from 'node:path';
import { deliver } from '../deliver.ts';
import { jobName } from '../job-name.ts';
import { lookForReport } from '../look-for-report.ts';
import type { PrintProvider } from '../print-provider.ts';
import { folderIn, rootFolder, sftpDestination } from './sftp-destination.ts';
import { inSession, type SftpServer } from './sftp-session.ts';

export interface SftpOptions extends SftpServer {
  /** The folder for jobs on the server, absolute or from where the server lets us in. It has to be there. */
  readonly folder: string;
}

/**
 * Hands jobs over on a print house's SFTP server, each in `<folder>/<campaign>_<format>_<cut-off>`. The reference is `sftp://<host>:<port>/<path>`, and
 * `printed.csv` there is the printer's report.
 *
 * @throws (by its functions) as `deliver` and `lookForReport` do, and RetryableError for everything about the connection, the server and our settings.
 * @example
 * const sftp = createSftp({ host: 'sftp.printer.example', user: 'bellebraise', keyFile: '/run/secrets/printer', hostKeys: ['SHA256:uNiV…'], folder: 'in' });
 * await sftp.handOver(job); // { reference: 'sftp://sftp.printer.example:22/home/bellebraise/in/spring-2027_a6-postcard_2027-03-01T17-00-00Z', refused: [] }
 */
export function createSftp({ folder, ...server }: SftpOptions): PrintProvider {
  return {
    name: 'sftp',
    refusesFormat: () => undefined,
    handOver: (job, options) =>
      inSession(server, async (session) => {
        const destination = sftpDestination(session, posix.join(await rootFolder(session, folder), jobName(job.runId)));
        await deliver({ job, destination, by: 'sftp' }, options);
        return { reference: destination.reference, refused: [] };
      }),
    report: ({ reference }) => inSession(server, (session) => lookForReport(sftpDestination(session, folderIn(reference)))),
  };
}

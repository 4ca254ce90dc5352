import { describe, expect, test } from '@jest/globals';
import { isWholeReport, readPrinterReport } from '../../../../activities/print/providers/printed-report.ts';

const read = (csv: string | Uint8Array) => readPrinterReport(typeof csv === 'string' ? Buffer.from(csv) : csv, 'in/job/printed.csv');
const [first, second] = ['spring-2027/p-1/renewal-postcard/1', 'spring-2027/p-2/renewal-postcard/1'];

describe('a printer’s report', () => {
  test('tells of every piece', async () => {
    expect(await read(`piece_id,status,reason,at\r\n${first},printed,,2027-03-02T08:14:00+01:00\r\n${second},spoiled,"jam, feeder 2",2027-03-02T08:15:10Z\r\n`)).toEqual({
      pieces: [
        { pieceId: first, status: 'printed', at: '2027-03-02T08:14:00+01:00' },
        { pieceId: second, status: 'spoiled', reason: 'jam, feeder 2', at: '2027-03-02T08:15:10Z' },
      ],
    });
  });

  test('is read with its columns in any order, others between, and some left out', async () => {
    expect(await read(`Status;Machine;Piece ID\nPRINTED;4;${first}\n\n spoiled ;4; ${second} \n`)).toEqual({
      pieces: [
        { pieceId: first, status: 'printed' },
        { pieceId: second, status: 'spoiled' },
      ],
    });
    expect(await read(`piece_id\tstatus\n${first}\tprinted\n`)).toEqual({ pieces: [{ pieceId: first, status: 'printed' }] });
  });

  test('is read in what spreadsheets make of it', async () => {
    const csv = `piece_id,status,reason\n${first},spoiled,papier froissé\n`;
    const expected = { pieces: [{ pieceId: first, status: 'spoiled', reason: 'papier froissé' }] };
    expect(await read(`\uFEFF${csv}`)).toEqual(expected);
    expect(await read(Buffer.from(csv, 'latin1'))).toEqual(expected);
    expect(await read(Buffer.from(`\uFEFF${csv}`, 'utf16le'))).toEqual(expected);
  });

  test('may tell of a piece twice: the order is kept', async () => {
    const { pieces } = await read(`piece_id,status\n${first},spoiled\n${first},printed\n`);
    expect(pieces.map(({ status }) => status)).toEqual(['spoiled', 'printed']);
  });

  test('that can’t be read names the lines, and nothing that stands in them', async () => {
    const bad = read(`piece_id,status,reason,at\n${first},printed,,\n${second},Jeanne Dupont,,\n,printed,,\n${second},printed,,yesterday\n${second},,,\n${second},spoiled,"jam,\n`);
    await expect(bad).rejects.toMatchObject({ name: 'PermanentError', type: 'BadPrinterReport' });
    await expect(bad).rejects.toThrowErrorMatchingInlineSnapshot(`
     "Expected in/job/printed.csv to tell of a piece in each line, got 5 lines that do not:
     line 3: Expected status to be printed or spoiled, got something else.
     line 4: Expected piece_id to be a piece of the manifest, got none.
     line 5: Expected at to be a moment such as 2027-03-01T17:42:10+01:00, got something else.
     line 6: Expected status to be printed or spoiled, got none.
     line 7: Expected a closing quote (") for every opening one, got none for the last.
     Ask the printer for a corrected file under the same name."
    `);
    await expect(read(`piece_id,status\n${`${first},lost\n`.repeat(7)}`)).rejects.toThrow(/got 7 lines that do not:\n(line \d: .*\n){5}and 2 more\n/);
  });

  test('without its columns, or without anything, says what is missing', async () => {
    await expect(read('piece;state\np-1;printed\n')).rejects.toThrowErrorMatchingInlineSnapshot(
      `"Expected in/job/printed.csv to begin with the columns piece_id, status, reason, at (the last two may be left out), got a first line without piece_id and status. Ask the printer for a corrected file under the same name."`,
    );
    await expect(read('\n')).rejects.toThrowErrorMatchingInlineSnapshot(
      `"Expected in/job/printed.csv to begin with the columns piece_id, status, reason, at (the last two may be left out), got an empty file. Ask the printer for a corrected file under the same name."`,
    );
  });

  test('is whole when its last line is ended', () => {
    expect(['', 'piece_id,status', 'piece_id,status\n', 'piece_id,status\r\n', 'piece_id,status\r'].map((csv) => isWholeReport(Buffer.from(csv)))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
    expect(isWholeReport(Buffer.from('\uFEFFpiece_id,status\r\n', 'utf16le'))).toBe(true);
  });
});

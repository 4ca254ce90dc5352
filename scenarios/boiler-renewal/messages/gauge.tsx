import { muted, sans } from './look.ts';

const COLOURS = ['#8fb29f', '#e3b56c', '#c8442b'];
const WIDTHS = ['29%', '25%', '46%'];

/** The ages of a boiler, as on the personal page but without a marker: a mail lies open, how old the reader's boiler is does not. */
export function Gauge({ stages }: { stages: readonly string[] }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} data-skip-in-text="true" style={{ margin: '6px 0 24px' }}>
      <tbody>
        <tr>
          {stages.map((stage, index) => (
            <td key={stage} width={WIDTHS[index]} style={{ padding: '0 3px 0 0' }}>
              <div style={{ height: 8, lineHeight: '8px', fontSize: 1, borderRadius: 4, backgroundColor: COLOURS[index] }}>&nbsp;</div>
              <div className="quiet" style={{ margin: '7px 0 0', fontFamily: sans, fontSize: 13, lineHeight: '18px', color: muted }}>
                {stage}
              </div>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

import { READERS, type Item } from '../question.ts';
import { COLOURS, placeOf, queryOf, type View } from '../view.ts';

interface Props {
  readonly type: string;
  readonly item: Item;
  readonly view: View;
}

/** The ways to look at a thing: links, so that each can be kept and no script is needed. */
export function Controls({ type, item, view }: Props) {
  const path = placeOf(type, item);
  const segments = <Name extends keyof View>(title: string, name: Name, options: readonly (readonly [value: View[Name], label: string])[]) => (
    <div className="control">
      <span className="label" aria-hidden="true">
        {title}
      </span>
      <nav className="segments" aria-label={title}>
        {options.map(([value, label]) => (
          <a key={label} href={`${path}${queryOf({ ...view, [name]: value })}`} aria-current={view[name] === value ? 'true' : undefined}>
            {label}
          </a>
        ))}
      </nav>
    </div>
  );
  const variants = item.variants.map((variant) => [variant, variant] as const);
  return (
    <div className="controls">
      {segments('Language', 'lang', [['fr', 'FR'], ['en', 'EN']])}
      {variants.length > 0 && segments('Variant', 'variant', variants)}
      {item.kind === 'mail' && segments('Part', 'part', [['mail', 'Mail'], ['text', 'Plain text']])}
      {item.kind === 'mail' && view.part === 'mail' && segments('Colours', 'colours', entries(COLOURS))}
      {(item.kind === 'card' || item.kind === 'leaflet') && segments('Edge', 'bleed', [[false, 'Trimmed'], [true, 'With bleed']])}
      {item.kind !== 'leaflet' && item.kind !== 'area' && segments('Reader', 'reader', entries(READERS))}
    </div>
  );
}

const entries = <Names extends Readonly<Record<string, string>>>(names: Names) => Object.entries(names) as [keyof Names & string, string][];

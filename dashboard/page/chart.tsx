/** A chart of `charts`, drawn as SVG here; every text in it was made safe there. */
export function Chart({ svg }: { svg: string }) {
  return <div className="drawn" dangerouslySetInnerHTML={{ __html: withoutStyles(svg) }} />;
}

/**
 * The same drawing without `style`: our pages let no inline style in, and what ECharts writes there may stand in attributes of its own just as well.
 *
 * @example withoutStyles('<text style="font-size:12px;fill:red">') // '<text font-size="12px" fill="red">'
 */
export function withoutStyles(svg: string): string {
  return svg.replace(/(<[a-z]+\b[^>]*?) style="([^"]*)"/g, (_, before: string, style: string) => {
    const said = style.split(';').flatMap((one) => {
      const [name = '', ...value] = one.split(':');
      return SAFE.test(name.trim()) && value.length > 0 ? [`${name.trim()}="${value.join(':').trim()}"`] : [];
    });
    return [before, ...said].join(' ');
  });
}

/** What is an attribute of SVG as well as a style. */
const SAFE = /^(?:fill|stroke|opacity|font|text|dominant|letter|word|clip|visibility)[a-z-]*$/;

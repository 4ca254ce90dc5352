/** A chart of `charts`, drawn as SVG here; every text in it was made safe there, and no inline style is left. */
export function Chart({ svg }: { svg: string }) {
  return <div className="drawn" dangerouslySetInnerHTML={{ __html: svg }} />;
}

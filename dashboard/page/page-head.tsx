/** What a page is, and what it is for. */
export function PageHead({ title, note }: { title: string; note: string }) {
  return (
    <div className="head">
      <div>
        <h1>{title}</h1>
        <p className="quiet">{note}</p>
      </div>
    </div>
  );
}

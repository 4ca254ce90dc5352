/** The styles of a request for an appointment: a day to a row, its times side by side; part of `pageStyles`, and for pages that have styles of their own. */
export function slotStyles({ line }: { readonly line: string }): string {
  return `
.appointment .slot-day{margin:0;padding:12px 0 14px;border-top:1px solid ${line}}
.appointment .slot-day>legend{float:left;width:100%;margin:0 0 8px;font-weight:600;font-size:16px}
.appointment .slots{clear:both;display:grid;grid-template-columns:repeat(auto-fill,minmax(max(126px,34%),1fr));gap:8px}
.appointment .choice{min-height:50px;padding:9px 12px;gap:10px}
.appointment .choice-label{font-size:15.5px;font-weight:600}
.appointment .choice-hint{font-size:14.5px}
.appointment>.problem{margin:0 0 12px}
`;
}

/** The colours of a page that its consents are drawn in, `#rrggbb`, and the roundness of its corners in pixels. */
export interface ConsentLook {
  readonly ink: string;
  readonly heading: string;
  readonly muted: string;
  readonly line: string;
  readonly accent: string;
  readonly radius: number;
}

/** The styles of `ConsentForm`; part of `pageStyles`, and for pages that have styles of their own. */
export function consentStyles({ ink, heading, muted, line, accent, radius }: ConsentLook): string {
  return `
.consent-form .field{display:grid;gap:6px;margin:0 0 16px}
.consent-form .field label{font-weight:700}
.consent-form input[type=email]{width:100%;min-height:52px;border:2px solid ${muted};border-radius:${radius}px;padding:10px 14px;font:inherit;color:${ink};background:#fff}
.consent-form input[aria-invalid]{border-color:#b3261e}
.consent-form .hint{text-align:left;margin:0}
.consent-form .tick{display:grid;grid-template-columns:26px 1fr;gap:12px;padding:13px 14px;border:2px solid ${line};border-radius:${radius}px;font-size:15.5px;line-height:1.45;cursor:pointer}
.consent-form .tick:has(:checked){border-color:${heading}}
.consent-form .tick:has(:focus-visible){outline:3px solid ${accent};outline-offset:2px}
.consent-form .tick input{width:24px;height:24px;margin:0;accent-color:${heading}}
.consent-form .tick-row{margin:0 0 16px}
.consent-sent{border-left:6px solid ${heading}}
.consent-sent details{margin-top:14px}
.consent-sent summary{min-height:44px;display:flex;align-items:center;cursor:pointer;font-weight:650;text-decoration:underline;text-underline-offset:3px}
.consent-sent details form{margin-top:12px}
`;
}

import { brand } from '../brand.ts';

/** Colours and faces of the mails; only faces that mailboxes have. */
export const { ember, pine, ink, line, sand: page } = brand.colours;
export const paper = '#fffdf9';
/** Small print on sand: contrast 5.2 to 1, where the brand's own grey has 4.3 and WCAG AA asks for 4.5. */
export const muted = '#5f6661';
export const serif = "Georgia, Gelasio, 'Times New Roman', serif";
export const sans = "'Helvetica Neue', Helvetica, Arial, sans-serif";

/**
 * What inline styles can't say: narrow screens, and night colours for mailboxes that ask for them. A mailbox that inverts colours by
 * itself gets a plain light mail, whose inversion is readable too.
 */
export const adaptations = `
@media (max-width:480px){.column{padding:22px 10px 32px!important}.inset{padding:32px 24px 34px!important}.headline{font-size:28px!important;line-height:34px!important}.button{display:block!important;text-align:center!important}}
@media (prefers-color-scheme:dark){.page{background-color:#141917!important}.letter{background-color:#1d2421!important}.ink,.name{color:#efe8dc!important}.quiet{color:#9fa9a3!important}.rule{border-color:#36403b!important}.spark,.mark{color:#f0a08a!important}.panel{background-color:#262f2b!important}}
`;

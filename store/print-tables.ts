import type { Generated, JSONColumnType } from 'kysely';
import type { CreatedAt, MaybeTimestamp, Timestamp } from './columns.ts';
import type { PrintFile, PrinterReport, PrintRunStatus, Reconciliation } from './print-plan.ts';

/** The tables of print runs and of what is printed in them. */
export interface PrintTables {
  print_runs: {
    id: string;
    campaign_id: string;
    cut_off: Timestamp;
    format: Generated<string>;
    batch: Generated<number>;
    printer: Generated<string>;
    status: Generated<PrintRunStatus>;
    closed_by: 'cut-off' | 'full' | null;
    over_budget: Generated<number>;
    proof: string | null;
    pieces: number | null;
    pdf: string | null;
    manifest: string | null;
    handed_over_at: MaybeTimestamp;
    reference: string | null;
    problem: string | null;
    report: JSONColumnType<PrinterReport> | null;
    reconciliation: JSONColumnType<Reconciliation> | null;
    created_at: CreatedAt;
  };
  print_chunks: {
    print_run_id: string;
    chunk: number;
    first_touch: string;
    last_touch: string;
    planned: number;
    pieces: number | null;
    files: JSONColumnType<PrintFile[]> | null;
    rendered_at: MaybeTimestamp;
  };
  print_approvals: { campaign_id: string; format: string; print_run_id: string; approved_by: string; at: CreatedAt };
  print_seeds: {
    campaign_id: string;
    number: number;
    title: string | null;
    first_name: string | null;
    last_name: string;
    address_line: string;
    address_complement: string | null;
    postcode: string;
    city: string;
    country: Generated<string>;
  };
  print_seed_pieces: {
    print_run_id: string;
    number: number;
    copy_of: string;
    chunk: number;
    qr_token: string;
    purl_token: string;
    first_page: number;
    last_page: number;
    front_page: number | null;
    sha256: string;
    problem: string | null;
  };
  mailpieces: {
    touch_id: string;
    print_run_id: string;
    status: Generated<'queued' | 'recalled' | 'printed'>;
    chunk: number | null;
    first_page: number | null;
    last_page: number | null;
    front_page: number | null;
    sha256: string | null;
    problem: string | null;
    in_home_estimate: Timestamp;
    in_home: MaybeTimestamp;
    in_home_evidence: Generated<'estimated' | 'logical' | 'scan' | 'returned'>;
    queued_at: CreatedAt;
  };
}

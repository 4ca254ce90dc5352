import { sql, type Kysely } from 'kysely';

/** Lists of addresses that nobody may write to, whoever lives there: bought opt-outs, Robinson lists, another system's withdrawals. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const PLAIN = (text: string) =>
  `regexp_replace(upper(translate(replace(replace(replace(${text}, 'œ', 'oe'), 'Œ', 'OE'), 'ß', 'ss'),
     'àáâãäåçèéêëìíîïñòóôõöùúûüýÿÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝŸ', 'aaaaaaceeeeiiiinooooouuuuyyAAAAAACEEEEIIIINOOOOOUUUUYY')), '[^A-Z0-9]', '', 'g')`;

const STATEMENTS = [
  // Immutable, whatever Postgres says of convert_to: a database's encoding does not change.
  `CREATE FUNCTION email_key(email text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT encode(sha256(convert_to(lower(btrim(email)), 'UTF8')), 'hex')
   $$`,
  // A household's line: name, line of the street and postcode, letters and digits alone. Null where one is missing.
  `CREATE FUNCTION postal_key(last_name text, address_line text, postcode text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT CASE WHEN last_name <> '' AND address_line <> '' AND postcode <> '' THEN
       encode(sha256(convert_to(${PLAIN('last_name')} || '|' || ${PLAIN('address_line')} || '|' || ${PLAIN('postcode')}, 'UTF8')), 'hex') END
   $$`,
  // Kept with the address, so that a send looks them up and computes nothing.
  `ALTER TABLE identities
     ADD email_key text GENERATED ALWAYS AS (email_key(email)) STORED,
     ADD postal_key text GENERATED ALWAYS AS (postal_key(last_name, address_line, postcode)) STORED`,
  `CREATE TABLE listed_addresses (
     medium text NOT NULL CHECK (medium IN ('email', 'print')),
     -- SHA-256, hex: of people who are often nobody's prospects, nothing more is kept
     key text NOT NULL CHECK (key ~ '^[0-9a-f]{64}$'),
     -- shows on each touch that it prevents, as suppressed:<reason>
     reason text NOT NULL,
     source text NOT NULL,
     at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (medium, key)
   )`,
];

-- trail, as the migrations make it. Written by platform/database/testing/write-schema.ts; to change it, write a migration.

CREATE SCHEMA trail;
GRANT USAGE ON SCHEMA trail TO zhizhou_app;

CREATE OR REPLACE FUNCTION trail.erase_details(region integer, entries bigint[])
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  WITH gone AS (
    DELETE FROM trail.detail
    WHERE region_code = region AND n = ANY (entries)
    RETURNING n
  )
  SELECT count(*)::integer FROM gone
$function$;
COMMENT ON FUNCTION trail.erase_details(integer,bigint[]) IS 'The one way in which the product takes details away; verify-trail misses those that no entry of the chain accounts for';

CREATE TABLE trail.entry (
  region_code   integer                     NOT NULL,
  n             bigint                      NOT NULL,
  at            timestamp(3) with time zone NOT NULL,
  made_at       timestamp(3) with time zone,
  actor_id      text,
  actor_name    text                        NOT NULL,
  roles         text[]                      NOT NULL,
  via           text                        NOT NULL,
  word          text                        NOT NULL,
  subject_kind  text,
  subject_id    text,
  request_id    text,
  detail_digest bytea                       NOT NULL,
  previous      bytea                       NOT NULL,
  hash          bytea                       NOT NULL,
  CONSTRAINT entry_pkey PRIMARY KEY (region_code, n),
  CONSTRAINT entry_check CHECK ((subject_kind IS NULL) = (subject_id IS NULL)),
  CONSTRAINT entry_n_check CHECK (n > 0)
);
COMMENT ON TABLE trail.entry IS '操作日志: hash-chained; holds digests, the words stand in trail.detail';
CREATE INDEX entry_by_actor ON trail.entry USING btree (region_code, actor_id, n);
CREATE INDEX entry_by_subject ON trail.entry USING btree (region_code, subject_kind, subject_id, n);
CREATE INDEX entry_by_word ON trail.entry USING btree (region_code, word, n);
GRANT SELECT, INSERT ON trail.entry TO zhizhou_app;

CREATE TABLE trail.detail (
  region_code integer NOT NULL,
  n           bigint  NOT NULL,
  salt        bytea   NOT NULL,
  detail      jsonb   NOT NULL,
  CONSTRAINT detail_pkey PRIMARY KEY (region_code, n),
  CONSTRAINT detail_region_code_n_fkey FOREIGN KEY (region_code, n) REFERENCES trail.entry(region_code, n)
);
COMMENT ON TABLE trail.detail IS '日志内容: what an entry says in words; may be erased by law while the chain stays';
GRANT SELECT, INSERT ON trail.detail TO zhizhou_app;

CREATE TABLE trail.head (
  region_code integer NOT NULL,
  n           bigint  NOT NULL,
  hash        bytea   NOT NULL,
  CONSTRAINT head_pkey PRIMARY KEY (region_code)
);
COMMENT ON TABLE trail.head IS '链头: the last entry; its row lock puts the acts of a prefecture in one order';
GRANT SELECT, INSERT, UPDATE ON trail.head TO zhizhou_app;

REVOKE ALL ON FUNCTION trail.erase_details(integer,bigint[]) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION trail.erase_details(integer,bigint[]) TO zhizhou_app;

-- patents, as the migrations make it. Written by platform/database/testing/write-schema.ts; to change it, write a migration.
-- after: platform

CREATE SCHEMA patents;
GRANT USAGE ON SCHEMA patents TO zhizhou_app;

CREATE TYPE patents.holder_kind AS ENUM (
  'enterprise',
  'university',
  'institute',
  'government',
  'individual',
  'other',
  'unknown'
);

CREATE TYPE patents.public_form AS ENUM (
  'none',
  'same',
  'own'
);

CREATE TYPE patents.right_kind AS ENUM (
  'invention',
  'utility-model',
  'design'
);

CREATE TYPE patents.status AS ENUM (
  'pending',
  'in-force',
  'in-grace',
  'lapsed',
  'expired',
  'invalidated',
  'surrendered',
  'withdrawn',
  'rejected',
  'unknown'
);

CREATE OR REPLACE FUNCTION patents.restore_search_index()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET statement_timeout TO '0'
 SET maintenance_work_mem TO '256MB'
AS $function$
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('patents.restore_search_index'));
  IF pg_catalog.to_regclass('patents.record_bg') IS NULL THEN
    CREATE INDEX record_bg ON patents.record USING gin (bg);
    ANALYZE patents.record;
  END IF;
END
$function$;
COMMENT ON FUNCTION patents.restore_search_index() IS '重建检索索引；已有的不动';

CREATE OR REPLACE FUNCTION patents.set_search_index_aside()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
 SET lock_timeout TO '3s'
AS $function$
  DROP INDEX IF EXISTS patents.record_bg;
$function$;
COMMENT ON FUNCTION patents.set_search_index_aside() IS '首次大批量导入前暂时撤去检索索引';

CREATE TABLE patents.class_title (
  scheme text NOT NULL,
  code   text NOT NULL,
  title  text NOT NULL,
  source text NOT NULL,
  CONSTRAINT class_title_pkey PRIMARY KEY (scheme, code),
  CONSTRAINT class_title_scheme_check CHECK (scheme = ANY (ARRAY['ipc'::text, 'locarno'::text]))
);
COMMENT ON TABLE patents.class_title IS '分类名称: Chinese titles of classification codes, from a reference file';
GRANT SELECT, INSERT, UPDATE, DELETE ON patents.class_title TO zhizhou_app;

CREATE TABLE patents.data_version (
  region_code integer NOT NULL,
  version     bigint  NOT NULL,
  CONSTRAINT data_version_pkey PRIMARY KEY (region_code)
);
COMMENT ON TABLE patents.data_version IS '台账版本';
GRANT SELECT, INSERT, UPDATE, DELETE ON patents.data_version TO zhizhou_app;

CREATE TABLE patents.decision (
  region_code    integer                  NOT NULL,
  id             uuid                     NOT NULL,
  observation_id uuid                     NOT NULL,
  subject        text                     NOT NULL,
  reason         text                     NOT NULL,
  decided_by     text                     NOT NULL,
  decided_name   text                     NOT NULL,
  decided_at     timestamp with time zone NOT NULL,
  CONSTRAINT decision_pkey PRIMARY KEY (region_code, id)
);
COMMENT ON TABLE patents.decision IS '人工核定: decisions by hand in force; each is an observation of the first rank';
CREATE INDEX decision_by_observation ON patents.decision USING btree (region_code, observation_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON patents.decision TO zhizhou_app;

CREATE TABLE patents.import (
  region_code integer                  NOT NULL,
  id          uuid                     NOT NULL,
  state       text                     NOT NULL,
  file_name   text                     NOT NULL,
  file_digest bytea                    NOT NULL,
  file_size   bigint                   NOT NULL,
  format      text,
  rank        smallint,
  publishable boolean                  NOT NULL DEFAULT false,
  source_day  date,
  headings    jsonb                    NOT NULL DEFAULT '{}'::jsonb,
  dry_run     jsonb,
  account     jsonb,
  rows_done   bigint                   NOT NULL DEFAULT 0,
  rows_total  bigint,
  failure     text,
  failed_in   text,
  started_by  text                     NOT NULL,
  started_at  timestamp with time zone NOT NULL DEFAULT now(),
  finished_at timestamp with time zone,
  undone_at   timestamp with time zone,
  CONSTRAINT import_pkey PRIMARY KEY (region_code, id),
  CONSTRAINT import_check CHECK ((state <> ALL (ARRAY['reading'::text, 'finished'::text])) OR format IS NOT NULL AND rank IS NOT NULL AND source_day IS NOT NULL),
  CONSTRAINT import_check1 CHECK (state <> 'undone'::text OR undone_at IS NOT NULL),
  CONSTRAINT import_check2 CHECK (state <> 'failed'::text OR failure IS NOT NULL AND failed_in IS NOT NULL),
  CONSTRAINT import_state_check CHECK (state = ANY (ARRAY['checking'::text, 'checked'::text, 'dropped'::text, 'reading'::text, 'finished'::text, 'failed'::text, 'undoing'::text, 'undone'::text]))
);
COMMENT ON TABLE patents.import IS '导入批次: one file taken into the patent register';
CREATE INDEX import_by_id ON patents.import USING btree (region_code, id DESC);
GRANT SELECT, INSERT, UPDATE, DELETE ON patents.import TO zhizhou_app;

CREATE TABLE patents.observation (
  region_code integer NOT NULL,
  id          uuid    NOT NULL,
  record_id   uuid    NOT NULL,
  format      text    NOT NULL,
  digest      bytea   NOT NULL,
  fields      jsonb   NOT NULL,
  CONSTRAINT observation_pkey PRIMARY KEY (region_code, id)
);
COMMENT ON TABLE patents.observation IS '来源记录: what one row of one source says; the same content from several files is one observation with several sightings';
CREATE UNIQUE INDEX observation_by_digest ON patents.observation USING btree (region_code, digest);
CREATE INDEX observation_by_record ON patents.observation USING btree (region_code, record_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON patents.observation TO zhizhou_app;

CREATE TABLE patents.public_record (
  region_code        integer             NOT NULL,
  id                 uuid                NOT NULL,
  application_number text,
  publication_number text,
  right_kind         patents.right_kind,
  title              text                NOT NULL,
  title_norm         text                NOT NULL,
  applicants         text                NOT NULL,
  applicants_norm    text                NOT NULL,
  inventors          text                NOT NULL,
  inventors_norm     text                NOT NULL,
  numbers            text                NOT NULL,
  main_ipc           text,
  ipc_section        text,
  ipc_class          text,
  county             integer,
  holder_kind        patents.holder_kind NOT NULL DEFAULT 'unknown'::patents.holder_kind,
  status             patents.status      NOT NULL DEFAULT 'unknown'::patents.status,
  status_spans       jsonb               NOT NULL DEFAULT '[]'::jsonb,
  status_next_on     date,
  filed_on           date,
  filed_year         smallint,
  published_on       date,
  granted_on         date,
  sort_on            date                NOT NULL,
  disagreements      smallint            NOT NULL DEFAULT 0,
  abstract           text                NOT NULL DEFAULT ''::text,
  search_text        text                NOT NULL,
  bg                 tsvector            NOT NULL,
  tok_version        smallint            NOT NULL,
  CONSTRAINT public_record_pkey PRIMARY KEY (region_code, id)
);
COMMENT ON TABLE patents.public_record IS '公开台账: the public projection of rights whose office projection rests on sources that may not be published';
ALTER TABLE patents.public_record
  ALTER COLUMN title SET STORAGE MAIN,
  ALTER COLUMN title_norm SET STORAGE MAIN,
  ALTER COLUMN applicants SET STORAGE MAIN,
  ALTER COLUMN applicants_norm SET STORAGE MAIN,
  ALTER COLUMN abstract SET STORAGE EXTERNAL,
  ALTER COLUMN search_text SET STORAGE EXTERNAL,
  ALTER COLUMN bg SET STORAGE EXTERNAL;
CREATE INDEX public_record_bg ON patents.public_record USING gin (bg);
CREATE INDEX public_record_by_day ON patents.public_record USING btree (sort_on DESC, id DESC);
GRANT SELECT, INSERT, UPDATE, DELETE ON patents.public_record TO zhizhou_app;

CREATE TABLE patents.record (
  region_code        integer             NOT NULL,
  id                 uuid                NOT NULL,
  application_number text,
  publication_number text,
  right_kind         patents.right_kind,
  title              text                NOT NULL,
  title_norm         text                NOT NULL,
  applicants         text                NOT NULL,
  applicants_norm    text                NOT NULL,
  inventors          text                NOT NULL,
  inventors_norm     text                NOT NULL,
  numbers            text                NOT NULL,
  main_ipc           text,
  ipc_section        text,
  ipc_class          text,
  county             integer,
  holder_kind        patents.holder_kind NOT NULL DEFAULT 'unknown'::patents.holder_kind,
  status             patents.status      NOT NULL DEFAULT 'unknown'::patents.status,
  status_spans       jsonb               NOT NULL DEFAULT '[]'::jsonb,
  status_next_on     date,
  filed_on           date,
  filed_year         smallint,
  published_on       date,
  granted_on         date,
  sort_on            date                NOT NULL,
  disagreements      smallint            NOT NULL DEFAULT 0,
  public_form        patents.public_form NOT NULL,
  abstract           text                NOT NULL DEFAULT ''::text,
  search_text        text                NOT NULL,
  bg                 tsvector            NOT NULL,
  tok_version        smallint            NOT NULL,
  CONSTRAINT record_pkey PRIMARY KEY (region_code, id)
) WITH (toast_tuple_target=256);
COMMENT ON TABLE patents.record IS '专利台账: the office projection of each right, folded from its observations';
COMMENT ON COLUMN patents.record.status_spans IS 'status from day to day, [from, status, because] in order; the last one holds on';
COMMENT ON COLUMN patents.record.search_text IS 'normalised title, applicants, inventors, numbers and abstract, parted by U+241F';
COMMENT ON COLUMN patents.record.bg IS 'set of overlapping pairs of search_text and of the IPC codes, made by the application';
ALTER TABLE patents.record
  ALTER COLUMN title SET STORAGE MAIN,
  ALTER COLUMN title_norm SET STORAGE MAIN,
  ALTER COLUMN applicants SET STORAGE MAIN,
  ALTER COLUMN applicants_norm SET STORAGE MAIN,
  ALTER COLUMN abstract SET STORAGE EXTERNAL,
  ALTER COLUMN search_text SET STORAGE EXTERNAL,
  ALTER COLUMN bg SET STORAGE EXTERNAL,
  ALTER COLUMN bg SET STATISTICS 1000;
CREATE INDEX record_bg ON patents.record USING gin (bg);
CREATE INDEX record_by_application_number ON patents.record USING btree (application_number);
CREATE INDEX record_by_county_day ON patents.record USING btree (county, sort_on DESC, id DESC);
CREATE INDEX record_by_day ON patents.record USING btree (sort_on DESC, id DESC);
CREATE INDEX record_by_facets ON patents.record USING btree (county, status, filed_year, right_kind);
CREATE INDEX record_by_publication_number ON patents.record USING btree (publication_number);
CREATE INDEX record_by_status_next ON patents.record USING btree (status_next_on) WHERE (status_next_on IS NOT NULL);
CREATE INDEX record_unnumbered ON patents.record USING btree (sort_on) WHERE (application_number IS NULL);
GRANT SELECT, INSERT, UPDATE, DELETE ON patents.record TO zhizhou_app;

CREATE TABLE patents.disagreement (
  region_code integer NOT NULL,
  record_id   uuid    NOT NULL,
  field       text    NOT NULL,
  CONSTRAINT disagreement_pkey PRIMARY KEY (region_code, record_id, field),
  CONSTRAINT disagreement_region_code_record_id_fkey FOREIGN KEY (region_code, record_id) REFERENCES patents.record(region_code, id) ON DELETE CASCADE
);
COMMENT ON TABLE patents.disagreement IS '来源不一致: fields on which sources disagree and nobody has decided';
GRANT SELECT, INSERT, UPDATE, DELETE ON patents.disagreement TO zhizhou_app;

CREATE TABLE patents.record_key (
  region_code integer NOT NULL,
  key         text    NOT NULL,
  record_id   uuid    NOT NULL,
  CONSTRAINT record_key_pkey PRIMARY KEY (region_code, key)
);
COMMENT ON TABLE patents.record_key IS '识别号: the numbers by which rows of one right meet';
CREATE INDEX record_key_by_record ON patents.record_key USING btree (region_code, record_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON patents.record_key TO zhizhou_app;

CREATE TABLE patents.refused_row (
  region_code integer NOT NULL,
  import_id   uuid    NOT NULL,
  ordinal     integer NOT NULL,
  row_number  integer NOT NULL,
  entry       text,
  reason      text    NOT NULL,
  cells       jsonb   NOT NULL,
  CONSTRAINT refused_row_pkey PRIMARY KEY (region_code, import_id, ordinal),
  CONSTRAINT refused_row_region_code_import_id_fkey FOREIGN KEY (region_code, import_id) REFERENCES patents.import(region_code, id)
);
COMMENT ON TABLE patents.refused_row IS '未导入行: rows refused, as they stood, with the reason';
GRANT SELECT, INSERT, UPDATE, DELETE ON patents.refused_row TO zhizhou_app;

CREATE TABLE patents.saved_search (
  region_code integer                  NOT NULL,
  id          uuid                     NOT NULL,
  person_id   text                     NOT NULL,
  name        text                     NOT NULL,
  filter      jsonb                    NOT NULL,
  row_set_id  uuid                     NOT NULL,
  deleted_at  timestamp with time zone,
  CONSTRAINT saved_search_pkey PRIMARY KEY (region_code, id),
  CONSTRAINT saved_search_region_code_row_set_id_fkey FOREIGN KEY (region_code, row_set_id) REFERENCES platform.row_set(region_code, id)
);
COMMENT ON TABLE patents.saved_search IS '保存的检索';
CREATE INDEX saved_search_by_person ON patents.saved_search USING btree (region_code, person_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON patents.saved_search TO zhizhou_app;

CREATE TABLE patents.sighting (
  region_code    integer NOT NULL,
  import_id      uuid    NOT NULL,
  ordinal        integer NOT NULL,
  row_number     integer NOT NULL,
  entry          text,
  observation_id uuid    NOT NULL,
  CONSTRAINT sighting_pkey PRIMARY KEY (region_code, import_id, ordinal),
  CONSTRAINT sighting_region_code_import_id_fkey FOREIGN KEY (region_code, import_id) REFERENCES patents.import(region_code, id)
);
COMMENT ON TABLE patents.sighting IS '来源位置: in which file and row an observation stood';
CREATE INDEX sighting_by_observation ON patents.sighting USING btree (region_code, observation_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON patents.sighting TO zhizhou_app;

CREATE TABLE patents.status_basis (
  region_code integer                  NOT NULL,
  sign        text                     NOT NULL,
  reckoned_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT status_basis_pkey PRIMARY KEY (region_code),
  CONSTRAINT status_basis_sign_check CHECK (sign <> ''::text)
);
COMMENT ON TABLE patents.status_basis IS '法律状态推算依据: by which rule and which working days the stored status of all records was reckoned';
GRANT SELECT, INSERT, UPDATE, DELETE ON patents.status_basis TO zhizhou_app;

CREATE TABLE patents.twin (
  region_code integer NOT NULL,
  id          uuid    NOT NULL,
  first_key   text    NOT NULL,
  second_key  text    NOT NULL,
  why         text    NOT NULL,
  decision    text,
  CONSTRAINT twin_pkey PRIMARY KEY (region_code, id),
  CONSTRAINT twin_region_code_first_key_second_key_key UNIQUE (region_code, first_key, second_key),
  CONSTRAINT twin_check CHECK (first_key < second_key),
  CONSTRAINT twin_decision_check CHECK (decision = ANY (ARRAY['joined'::text, 'not-same'::text]))
);
COMMENT ON TABLE patents.twin IS '疑似重复: records that may be one right and did not meet by number';
GRANT SELECT, INSERT, UPDATE, DELETE ON patents.twin TO zhizhou_app;

CREATE TABLE patents.unclear_place (
  region_code integer NOT NULL,
  record_id   uuid    NOT NULL,
  why         text    NOT NULL,
  proposals   jsonb   NOT NULL,
  CONSTRAINT unclear_place_pkey PRIMARY KEY (region_code, record_id),
  CONSTRAINT unclear_place_region_code_record_id_fkey FOREIGN KEY (region_code, record_id) REFERENCES patents.record(region_code, id) ON DELETE CASCADE
);
COMMENT ON TABLE patents.unclear_place IS '县市不明: records whose county is doubtful or contradicted';
GRANT SELECT, INSERT, UPDATE, DELETE ON patents.unclear_place TO zhizhou_app;

REVOKE ALL ON FUNCTION patents.restore_search_index() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION patents.restore_search_index() TO zhizhou_app;

REVOKE ALL ON FUNCTION patents.set_search_index_aside() FROM PUBLIC;

GRANT EXECUTE ON FUNCTION patents.set_search_index_aside() TO zhizhou_app;

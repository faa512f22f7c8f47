-- 专利台账. A source row is one observation; a record is the fold of its observations (kernel/register).
CREATE SCHEMA patents;
GRANT USAGE ON SCHEMA patents TO zhizhou_app;

CREATE TYPE patents.right_kind AS ENUM ('invention', 'utility-model', 'design');

CREATE TYPE patents.status AS ENUM (
  'pending', 'in-force', 'in-grace', 'lapsed', 'expired', 'invalidated', 'surrendered', 'withdrawn', 'rejected', 'unknown'
);

CREATE TYPE patents.holder_kind AS ENUM ('enterprise', 'university', 'institute', 'government', 'individual', 'other', 'unknown');

-- How much of a record the public may see: nothing, the same as the office, or a projection of its own (public_record).
CREATE TYPE patents.public_form AS ENUM ('none', 'same', 'own');

CREATE TABLE patents.import (
  region_code    integer     NOT NULL,
  id             uuid        NOT NULL,
  state          text        NOT NULL CHECK (state IN ('waiting', 'reading', 'finished', 'failed', 'undoing', 'undone')),
  file_name      text        NOT NULL,
  file_digest    bytea       NOT NULL,
  file_size      bigint      NOT NULL,
  format         text        NOT NULL,
  rank           smallint    NOT NULL,
  publishable    boolean     NOT NULL,
  source_day     date        NOT NULL,
  account        jsonb       NOT NULL DEFAULT '{}',
  rows_done      bigint      NOT NULL DEFAULT 0,
  failure        text,
  started_by     uuid,
  started_at     timestamptz NOT NULL DEFAULT now(),
  finished_at    timestamptz,
  undone_at      timestamptz,
  PRIMARY KEY (region_code, id),
  CHECK (state <> 'undone' OR undone_at IS NOT NULL),
  CHECK (state <> 'failed' OR failure IS NOT NULL)
);
COMMENT ON TABLE patents.import IS '导入批次: one file taken into the patent register';

CREATE TABLE patents.observation (
  region_code integer NOT NULL,
  id          uuid    NOT NULL,
  record_id   uuid    NOT NULL,
  format      text    NOT NULL,
  digest      bytea   NOT NULL,
  fields      jsonb   NOT NULL,
  PRIMARY KEY (region_code, id)
);
COMMENT ON TABLE patents.observation IS '来源记录: what one row of one source says; the same content from several files is one observation with several sightings';
CREATE INDEX observation_by_record ON patents.observation (region_code, record_id);
CREATE UNIQUE INDEX observation_by_digest ON patents.observation (region_code, digest);

CREATE TABLE patents.sighting (
  region_code    integer NOT NULL,
  import_id      uuid    NOT NULL,
  row_number     integer NOT NULL,
  observation_id uuid    NOT NULL,
  PRIMARY KEY (region_code, import_id, row_number),
  FOREIGN KEY (region_code, import_id) REFERENCES patents.import
);
COMMENT ON TABLE patents.sighting IS '来源位置: in which file and row an observation stood';
CREATE INDEX sighting_by_observation ON patents.sighting (region_code, observation_id);

CREATE TABLE patents.refused_row (
  region_code integer NOT NULL,
  import_id   uuid    NOT NULL,
  row_number  integer NOT NULL,
  reason      text    NOT NULL,
  cells       jsonb   NOT NULL,
  PRIMARY KEY (region_code, import_id, row_number),
  FOREIGN KEY (region_code, import_id) REFERENCES patents.import
);
COMMENT ON TABLE patents.refused_row IS '未导入行: rows refused, as they stood, with the reason';

CREATE TABLE patents.record_key (
  region_code integer NOT NULL,
  key         text    NOT NULL,
  record_id   uuid    NOT NULL,
  PRIMARY KEY (region_code, key)
);
COMMENT ON TABLE patents.record_key IS '识别号: the numbers by which rows of one right meet';
CREATE INDEX record_key_by_record ON patents.record_key (region_code, record_id);

CREATE TABLE patents.record (
  region_code        integer              NOT NULL,
  id                 uuid                 NOT NULL,
  application_number text                 ,
  publication_number text                 ,
  right_kind         patents.right_kind   ,
  title              text                 NOT NULL,
  title_norm         text                 NOT NULL,
  applicants         text                 NOT NULL,
  applicants_norm    text                 NOT NULL,
  inventors          text                 NOT NULL,
  inventors_norm     text                 NOT NULL,
  numbers            text                 NOT NULL,
  main_ipc           text                 ,
  ipc_section        text                 ,
  ipc_class          text                 ,
  county             integer              ,
  holder_kind        patents.holder_kind  NOT NULL DEFAULT 'unknown',
  status             patents.status       NOT NULL DEFAULT 'unknown',
  status_next_on     date                 ,
  filed_on           date                 ,
  filed_year         smallint             ,
  published_on       date                 ,
  granted_on         date                 ,
  sort_on            date                 NOT NULL,
  disagreements      smallint             NOT NULL DEFAULT 0,
  public_form        patents.public_form  NOT NULL,
  abstract           text                 NOT NULL DEFAULT '',
  search_text        text                 NOT NULL,
  bg                 tsvector             NOT NULL,
  tok_version        smallint             NOT NULL,
  PRIMARY KEY (region_code, id)
) WITH (toast_tuple_target = 256);
COMMENT ON TABLE patents.record IS '专利台账: the office projection of each right, folded from its observations';
COMMENT ON COLUMN patents.record.search_text IS 'normalised title, applicants, inventors, numbers and abstract, parted by U+241F';
COMMENT ON COLUMN patents.record.bg IS 'set of overlapping pairs of search_text and of the IPC codes, made by the application';

-- The row must hold what lists show; the long texts live beside it (measured: 7 ms instead of 41 for a page).
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
CREATE INDEX record_by_day ON patents.record (sort_on DESC, id DESC);
CREATE INDEX record_by_county_day ON patents.record (county, sort_on DESC, id DESC);
CREATE INDEX record_by_facets ON patents.record (county, status, filed_year, right_kind);
CREATE INDEX record_by_application_number ON patents.record (application_number);
CREATE INDEX record_by_publication_number ON patents.record (publication_number);
CREATE INDEX record_by_status_next ON patents.record (status_next_on) WHERE status_next_on IS NOT NULL;

-- What the public may see where it differs from what the office sees: the same columns, folded from publishable sources only.
CREATE TABLE patents.public_record (LIKE patents.record INCLUDING STORAGE INCLUDING DEFAULTS);
ALTER TABLE patents.public_record
  DROP COLUMN public_form,
  ADD PRIMARY KEY (region_code, id);
COMMENT ON TABLE patents.public_record IS '公开台账: the public projection of rights whose office projection rests on sources that may not be published';
CREATE INDEX public_record_bg ON patents.public_record USING gin (bg);
CREATE INDEX public_record_by_day ON patents.public_record (sort_on DESC, id DESC);

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA patents TO zhizhou_app;

-- mark_checks, as the migrations make it. Written by platform/database/testing/write-schema.ts; to change it, write a migration.

CREATE SCHEMA mark_checks;
GRANT USAGE ON SCHEMA mark_checks TO zhizhou_app;

CREATE TABLE mark_checks.list (
  region_code    integer                  NOT NULL,
  id             uuid                     NOT NULL,
  name           text                     NOT NULL,
  state          text                     NOT NULL,
  file_digest    bytea,
  headings       jsonb                    NOT NULL DEFAULT '[]'::jsonb,
  rows_done      integer                  NOT NULL DEFAULT 0,
  rows_total     integer,
  counts         jsonb                    NOT NULL DEFAULT '{}'::jsonb,
  failure        text,
  asked_at       timestamp with time zone NOT NULL,
  asked_by       text                     NOT NULL,
  asked_name     text                     NOT NULL,
  finished_at    timestamp with time zone,
  enlisting      boolean                  NOT NULL DEFAULT false,
  enlist_total   integer,
  enlist_failure text,
  CONSTRAINT list_pkey PRIMARY KEY (region_code, id),
  CONSTRAINT list_check CHECK ((state = 'failed'::text) = (failure IS NOT NULL)),
  CONSTRAINT list_check1 CHECK ((state = 'checking'::text) = (finished_at IS NULL)),
  CONSTRAINT list_state_check CHECK (state = ANY (ARRAY['checking'::text, 'finished'::text, 'failed'::text]))
);
COMMENT ON TABLE mark_checks.list IS '批量核验: a list of marks pasted or uploaded, checked row by row';
COMMENT ON COLUMN mark_checks.list.enlisting IS 'whether rows of it are being put on 待联网核查清单';
COMMENT ON COLUMN mark_checks.list.enlist_total IS 'how many of its rows are on it when that is done';
GRANT SELECT, INSERT, UPDATE, DELETE ON mark_checks.list TO zhizhou_app;

CREATE TABLE mark_checks.list_row (
  region_code integer NOT NULL,
  list_id     uuid    NOT NULL,
  ordinal     integer NOT NULL,
  row_number  integer NOT NULL,
  cells       jsonb   NOT NULL,
  asked       jsonb,
  answer      jsonb,
  problem     text,
  outcome     text,
  to_look_up  boolean NOT NULL DEFAULT false,
  CONSTRAINT list_row_pkey PRIMARY KEY (region_code, list_id, ordinal),
  CONSTRAINT list_row_region_code_list_id_fkey FOREIGN KEY (region_code, list_id) REFERENCES mark_checks.list(region_code, id) ON DELETE CASCADE,
  CONSTRAINT list_row_check CHECK (problem IS NULL OR answer IS NULL)
);
COMMENT ON TABLE mark_checks.list_row IS '批量核验的行: the row as it stood, with its finding';
COMMENT ON COLUMN mark_checks.list_row.to_look_up IS 'whether the register could not answer it and it bears a number to look up';
CREATE INDEX list_row_to_look_up ON mark_checks.list_row USING btree (region_code, list_id, ordinal) WHERE to_look_up;
GRANT SELECT, INSERT, UPDATE, DELETE ON mark_checks.list_row TO zhizhou_app;

CREATE TABLE mark_checks."check" (
  region_code      integer                  NOT NULL,
  id               uuid                     NOT NULL,
  county           integer,
  state            text                     NOT NULL,
  asked            jsonb                    NOT NULL,
  note             text                     NOT NULL DEFAULT ''::text,
  canonical        text,
  right_kind       text,
  table_row        text                     NOT NULL,
  outcome          text                     NOT NULL,
  clause           text,
  answer           jsonb                    NOT NULL,
  register         jsonb                    NOT NULL,
  register_version text                     NOT NULL,
  register_as_of   date,
  made_at          timestamp with time zone NOT NULL,
  arrived_at       timestamp with time zone NOT NULL,
  checked_by       text                     NOT NULL,
  checked_name     text                     NOT NULL,
  list_id          uuid,
  list_row         integer,
  CONSTRAINT check_pkey PRIMARY KEY (region_code, id),
  CONSTRAINT check_region_code_list_id_list_row_fkey FOREIGN KEY (region_code, list_id, list_row) REFERENCES mark_checks.list_row(region_code, list_id, ordinal),
  CONSTRAINT check_check CHECK (state <> 'waiting'::text OR (outcome = ANY (ARRAY['not-in-register'::text, 'needs-verification'::text]))),
  CONSTRAINT check_check1 CHECK ((list_id IS NULL) = (list_row IS NULL)),
  CONSTRAINT check_right_kind_check CHECK (right_kind = ANY (ARRAY['invention'::text, 'utility-model'::text, 'design'::text])),
  CONSTRAINT check_state_check CHECK (state = ANY (ARRAY['settled'::text, 'waiting'::text, 'verified'::text, 'waived'::text]))
);
COMMENT ON TABLE mark_checks."check" IS '核验记录: one mark checked by an officer, with the answer and what the register said then';
COMMENT ON COLUMN mark_checks."check".asked IS 'the mark as printed and what was known of the goods';
COMMENT ON COLUMN mark_checks."check".register IS 'the register''s entries for its numbers at that moment: [key, entry or null]';
COMMENT ON COLUMN mark_checks."check".made_at IS 'when it was done; arrived_at when it reached the office';
COMMENT ON COLUMN mark_checks."check".list_id IS 'the list from whose row it was made; null for a check made by itself';
CREATE INDEX check_by_canonical ON mark_checks."check" USING btree (region_code, canonical);
CREATE INDEX check_by_id ON mark_checks."check" USING btree (region_code, id DESC);
CREATE UNIQUE INDEX check_by_list_row ON mark_checks."check" USING btree (region_code, list_id, list_row) WHERE (list_id IS NOT NULL);
CREATE INDEX check_waiting ON mark_checks."check" USING btree (region_code, id) WHERE (state = 'waiting'::text);
GRANT SELECT, INSERT, UPDATE, DELETE ON mark_checks."check" TO zhizhou_app;

CREATE TABLE mark_checks.screenshot (
  region_code integer                  NOT NULL,
  id          uuid                     NOT NULL,
  check_id    uuid                     NOT NULL,
  digest      bytea                    NOT NULL,
  kind        text                     NOT NULL,
  file_name   text                     NOT NULL,
  size        integer                  NOT NULL,
  kept_at     timestamp with time zone NOT NULL,
  kept_name   text                     NOT NULL,
  taken_at    timestamp with time zone,
  CONSTRAINT screenshot_pkey PRIMARY KEY (region_code, id),
  CONSTRAINT screenshot_region_code_check_id_fkey FOREIGN KEY (region_code, check_id) REFERENCES mark_checks."check"(region_code, id),
  CONSTRAINT screenshot_kind_check CHECK (kind = ANY (ARRAY['png'::text, 'jpeg'::text, 'pdf'::text])),
  CONSTRAINT screenshot_size_check CHECK (size > 0)
);
COMMENT ON TABLE mark_checks.screenshot IS '核查截图: what the national source showed, as a picture';
COMMENT ON COLUMN mark_checks.screenshot.taken_at IS 'of a photo of the goods (现场照片) when the check was made on the spot; null for what the national source showed';
CREATE INDEX screenshot_by_check ON mark_checks.screenshot USING btree (region_code, check_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON mark_checks.screenshot TO zhizhou_app;

CREATE TABLE mark_checks.verification (
  region_code   integer                  NOT NULL,
  id            uuid                     NOT NULL,
  check_id      uuid                     NOT NULL,
  corrects      uuid,
  result        jsonb                    NOT NULL,
  pasted        text                     NOT NULL,
  screenshot_id uuid,
  reason        text,
  answer        jsonb                    NOT NULL,
  verified_at   timestamp with time zone NOT NULL,
  verified_by   text                     NOT NULL,
  verified_name text                     NOT NULL,
  CONSTRAINT verification_pkey PRIMARY KEY (region_code, id),
  CONSTRAINT verification_region_code_check_id_fkey FOREIGN KEY (region_code, check_id) REFERENCES mark_checks."check"(region_code, id),
  CONSTRAINT verification_region_code_corrects_fkey FOREIGN KEY (region_code, corrects) REFERENCES mark_checks.verification(region_code, id),
  CONSTRAINT verification_region_code_screenshot_id_fkey FOREIGN KEY (region_code, screenshot_id) REFERENCES mark_checks.screenshot(region_code, id),
  CONSTRAINT verification_check CHECK ((corrects IS NULL) = (reason IS NULL)),
  CONSTRAINT verification_check1 CHECK (pasted <> ''::text OR screenshot_id IS NOT NULL)
);
COMMENT ON TABLE mark_checks.verification IS '联网核查结果: what the national source said of a waiting check, and what follows; a correction stands beside what it corrects';
CREATE INDEX verification_by_check ON mark_checks.verification USING btree (region_code, check_id, id);
GRANT SELECT, INSERT, UPDATE, DELETE ON mark_checks.verification TO zhizhou_app;

-- 标识核验. What officers checked stays as evidence with what the register said at that moment; nothing of it is rewritten.
CREATE SCHEMA mark_checks;
GRANT USAGE ON SCHEMA mark_checks TO zhizhou_app;

CREATE TABLE mark_checks.check (
  region_code      integer     NOT NULL,
  id               uuid        NOT NULL,
  county           integer     ,
  state            text        NOT NULL CHECK (state IN ('settled', 'waiting', 'verified', 'waived')),
  asked            jsonb       NOT NULL,
  note             text        NOT NULL DEFAULT '',
  canonical        text        ,
  right_kind       text        CHECK (right_kind IN ('invention', 'utility-model', 'design')),
  table_row        text        NOT NULL,
  outcome          text        NOT NULL,
  clause           text        ,
  answer           jsonb       NOT NULL,
  register         jsonb       NOT NULL,
  register_version text        NOT NULL,
  register_as_of   date        ,
  made_at          timestamptz NOT NULL,
  arrived_at       timestamptz NOT NULL,
  checked_by       text        NOT NULL,
  checked_name     text        NOT NULL,
  PRIMARY KEY (region_code, id),
  CHECK (state <> 'waiting' OR outcome IN ('not-in-register', 'needs-verification'))
);
COMMENT ON TABLE mark_checks.check IS '核验记录: one mark checked by an officer, with the answer and what the register said then';
COMMENT ON COLUMN mark_checks.check.asked IS 'the mark as printed and what was known of the goods';
COMMENT ON COLUMN mark_checks.check.register IS 'the register''s entries for its numbers at that moment: [key, entry or null]';
COMMENT ON COLUMN mark_checks.check.made_at IS 'when it was done; arrived_at when it reached the office';
CREATE INDEX check_by_id ON mark_checks.check (region_code, id DESC);
CREATE INDEX check_waiting ON mark_checks.check (region_code, id) WHERE state = 'waiting';
CREATE INDEX check_by_canonical ON mark_checks.check (region_code, canonical);

CREATE TABLE mark_checks.screenshot (
  region_code integer     NOT NULL,
  id          uuid        NOT NULL,
  check_id    uuid        NOT NULL,
  digest      bytea       NOT NULL,
  kind        text        NOT NULL CHECK (kind IN ('png', 'jpeg', 'pdf')),
  file_name   text        NOT NULL,
  size        integer     NOT NULL CHECK (size > 0),
  kept_at     timestamptz NOT NULL,
  kept_name   text        NOT NULL,
  PRIMARY KEY (region_code, id),
  FOREIGN KEY (region_code, check_id) REFERENCES mark_checks.check
);
COMMENT ON TABLE mark_checks.screenshot IS '核查截图: what the national source showed, as a picture';
CREATE INDEX screenshot_by_check ON mark_checks.screenshot (region_code, check_id);

CREATE TABLE mark_checks.verification (
  region_code   integer     NOT NULL,
  id            uuid        NOT NULL,
  check_id      uuid        NOT NULL,
  corrects      uuid        ,
  result        jsonb       NOT NULL,
  pasted        text        NOT NULL,
  screenshot_id uuid        ,
  reason        text        ,
  answer        jsonb       NOT NULL,
  verified_at   timestamptz NOT NULL,
  verified_by   text        NOT NULL,
  verified_name text        NOT NULL,
  PRIMARY KEY (region_code, id),
  FOREIGN KEY (region_code, check_id) REFERENCES mark_checks.check,
  FOREIGN KEY (region_code, corrects) REFERENCES mark_checks.verification,
  FOREIGN KEY (region_code, screenshot_id) REFERENCES mark_checks.screenshot,
  CHECK ((corrects IS NULL) = (reason IS NULL)),
  CHECK (pasted <> '' OR screenshot_id IS NOT NULL)
);
COMMENT ON TABLE mark_checks.verification IS '联网核查结果: what the national source said of a waiting check, and what follows; a correction stands beside what it corrects';
CREATE INDEX verification_by_check ON mark_checks.verification (region_code, check_id, id);

CREATE TABLE mark_checks.list (
  region_code integer     NOT NULL,
  id          uuid        NOT NULL,
  name        text        NOT NULL,
  state       text        NOT NULL CHECK (state IN ('checking', 'finished', 'failed')),
  file_digest bytea       ,
  headings    jsonb       NOT NULL DEFAULT '[]',
  rows_done   integer     NOT NULL DEFAULT 0,
  rows_total  integer     ,
  counts      jsonb       NOT NULL DEFAULT '{}',
  failure     text        ,
  asked_at    timestamptz NOT NULL,
  asked_by    text        NOT NULL,
  asked_name  text        NOT NULL,
  finished_at timestamptz ,
  PRIMARY KEY (region_code, id),
  CHECK ((state = 'failed') = (failure IS NOT NULL)),
  CHECK ((state = 'checking') = (finished_at IS NULL))
);
COMMENT ON TABLE mark_checks.list IS '批量核验: a list of marks pasted or uploaded, checked row by row';

CREATE TABLE mark_checks.list_row (
  region_code integer NOT NULL,
  list_id     uuid    NOT NULL,
  ordinal     integer NOT NULL,
  row_number  integer NOT NULL,
  cells       jsonb   NOT NULL,
  asked       jsonb   ,
  answer      jsonb   ,
  problem     text    ,
  outcome     text    ,
  PRIMARY KEY (region_code, list_id, ordinal),
  FOREIGN KEY (region_code, list_id) REFERENCES mark_checks.list ON DELETE CASCADE,
  CHECK (problem IS NULL OR answer IS NULL)
);
COMMENT ON TABLE mark_checks.list_row IS '批量核验的行: the row as it stood, with its finding';

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA mark_checks TO zhizhou_app;

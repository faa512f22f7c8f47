-- 目录. Legal data that staff change with two persons: what the product ships stands in database/reference, what was changed here.
CREATE SCHEMA catalogues;
GRANT USAGE ON SCHEMA catalogues TO zhizhou_app;

CREATE TABLE catalogues.version (
  region_code integer NOT NULL,
  catalogue   text    NOT NULL,
  version     integer NOT NULL CHECK (version >= 0),
  PRIMARY KEY (region_code, catalogue)
);
COMMENT ON TABLE catalogues.version IS '目录版本: how many changes of a catalogue were approved; whoever keeps its entries in memory asks here';

CREATE TABLE catalogues.change (
  region_code      integer     NOT NULL,
  id               uuid        NOT NULL,
  catalogue        text        NOT NULL,
  entry_id         text        NOT NULL CHECK (entry_id <> ''),
  kind             text        NOT NULL CHECK (kind IN ('add', 'correct', 'end')),
  title            text        NOT NULL,
  valid_from       date        ,
  valid_to         date        ,
  body             jsonb       NOT NULL,
  basis            text        NOT NULL CHECK (basis <> ''),
  certainty        text        NOT NULL CHECK (certainty IN ('confirmed', 'unverified')),
  source           text        ,
  reason           text        NOT NULL CHECK (reason <> ''),
  before           jsonb       ,
  stands_on        text        NOT NULL,
  state            text        NOT NULL CHECK (state IN ('pending', 'in-force', 'returned', 'withdrawn')),
  approved_version integer     ,
  proposed_at      timestamptz NOT NULL,
  PRIMARY KEY (region_code, id),
  UNIQUE (region_code, catalogue, approved_version),
  CHECK ((state = 'in-force') = (approved_version IS NOT NULL)),
  CHECK (kind = 'add' OR before IS NOT NULL),
  CHECK (kind <> 'add' OR valid_from IS NOT NULL),
  CHECK (kind <> 'end' OR valid_to IS NOT NULL),
  CHECK (kind = 'end' OR valid_to >= valid_from)
);
COMMENT ON TABLE catalogues.change IS '目录变更: one version of an entry as somebody proposed it; approved ones stand over what the product ships and are never deleted';
CREATE INDEX change_by_entry ON catalogues.change (region_code, catalogue, entry_id, id);
CREATE INDEX change_by_state ON catalogues.change (region_code, state, id);

CREATE TABLE catalogues.scan (
  region_code integer     NOT NULL,
  digest      text        NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  file_name   text        NOT NULL,
  kind        text        NOT NULL CHECK (kind IN ('pdf', 'jpeg', 'png')),
  kept_at     timestamptz NOT NULL,
  PRIMARY KEY (region_code, digest)
);
COMMENT ON TABLE catalogues.scan IS '签批件扫描件: papers on which a superior signed, kept in the file store under their digest';

CREATE TABLE catalogues.deed (
  region_code integer     NOT NULL,
  change_id   uuid        NOT NULL,
  n           integer     NOT NULL CHECK (n > 0),
  act         text        NOT NULL CHECK (act IN ('propose', 'approve', 'sign', 'return', 'withdraw')),
  by_id       text        NOT NULL,
  by_name     text        NOT NULL,
  at          timestamptz NOT NULL,
  reason      text        ,
  signed_by   text        ,
  signed_on   date        ,
  scan        text        ,
  PRIMARY KEY (region_code, change_id, n),
  FOREIGN KEY (region_code, change_id) REFERENCES catalogues.change,
  FOREIGN KEY (region_code, scan) REFERENCES catalogues.scan,
  CHECK ((act = 'sign') = (signed_by IS NOT NULL)),
  CHECK ((act = 'sign') = (signed_on IS NOT NULL)),
  CHECK ((act = 'sign') = (scan IS NOT NULL)),
  CHECK (act NOT IN ('return', 'withdraw') OR reason IS NOT NULL)
);
COMMENT ON TABLE catalogues.deed IS '目录变更经办: who proposed, approved, returned, when, and whose signature stands on which paper';
CREATE INDEX deed_by_scan ON catalogues.deed (region_code, scan) WHERE scan IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON catalogues.version, catalogues.change TO zhizhou_app;
GRANT SELECT, INSERT ON catalogues.scan, catalogues.deed TO zhizhou_app;

-- 工作日历: limits that were counted for something.
CREATE SCHEMA calendar;
GRANT USAGE ON SCHEMA calendar TO zhizhou_app;

CREATE TABLE calendar.kept_limit (
  region_code    integer     NOT NULL,
  id             uuid        NOT NULL,
  rule           text        NOT NULL,
  title          text        NOT NULL,
  subject_kind   text        NOT NULL,
  subject_id     text        NOT NULL,
  subject_title  text        NOT NULL,
  person_id      uuid        ,
  person_name    text        ,
  unit_id        uuid        ,
  place          integer     NOT NULL,
  asked          jsonb       NOT NULL,
  answer         jsonb       NOT NULL,
  due_on         date        NOT NULL,
  provisional    boolean     NOT NULL,
  kept_at        timestamptz NOT NULL,
  released_at    timestamptz ,
  release_reason text        ,
  PRIMARY KEY (region_code, id),
  CHECK ((person_id IS NULL) = (person_name IS NULL)),
  CHECK ((released_at IS NULL) = (release_reason IS NULL))
);
COMMENT ON TABLE calendar.kept_limit IS '期限台账: a limit that was counted for a matter of some desk, as it was asked and answered';
CREATE INDEX kept_limit_open ON calendar.kept_limit (region_code, due_on, id) WHERE released_at IS NULL;
CREATE INDEX kept_limit_by_rule ON calendar.kept_limit (region_code, rule) WHERE released_at IS NULL;
CREATE INDEX kept_limit_by_subject ON calendar.kept_limit (region_code, subject_kind, subject_id);

CREATE TABLE calendar.moved_limit (
  region_code     integer     NOT NULL,
  id              bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
  limit_id        uuid        NOT NULL,
  change_id       uuid        NOT NULL,
  was_due_on      date        NOT NULL,
  was_provisional boolean     NOT NULL,
  due_on          date        NOT NULL,
  provisional     boolean     NOT NULL,
  moved_at        timestamptz NOT NULL,
  seen_at         timestamptz ,
  seen_by         text        ,
  PRIMARY KEY (region_code, id),
  UNIQUE (region_code, limit_id, change_id),
  FOREIGN KEY (region_code, limit_id) REFERENCES calendar.kept_limit,
  FOREIGN KEY (region_code, change_id) REFERENCES catalogues.change,
  CHECK (due_on <> was_due_on OR provisional <> was_provisional),
  CHECK ((seen_at IS NULL) = (seen_by IS NULL))
);
COMMENT ON TABLE calendar.moved_limit IS '受影响事项: a kept limit whose day came out otherwise after a change of calendar or rule';
CREATE INDEX moved_limit_by_change ON calendar.moved_limit (region_code, change_id);
CREATE INDEX moved_limit_unseen ON calendar.moved_limit (region_code, id) WHERE seen_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON calendar.kept_limit, calendar.moved_limit TO zhizhou_app;

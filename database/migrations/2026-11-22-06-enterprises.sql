-- 权利人. Every spelling of an applicant's name that was seen belongs to one holder; names move between holders by decision only.
CREATE SCHEMA enterprises;
GRANT USAGE ON SCHEMA enterprises TO zhizhou_app;

CREATE TABLE enterprises.holder (
  region_code  integer NOT NULL,
  id           uuid    NOT NULL,
  name         text    NOT NULL,
  name_by_hand boolean NOT NULL DEFAULT false,
  kind         text    NOT NULL
    CHECK (kind IN ('enterprise', 'university', 'institute', 'government', 'individual', 'other', 'unknown')),
  names        integer NOT NULL CHECK (names >= 0),
  PRIMARY KEY (region_code, id)
);
COMMENT ON TABLE enterprises.holder IS '权利人: one firm or person, under the name that is shown; without any name once joined into another';
CREATE INDEX holder_by_name ON enterprises.holder (region_code, name COLLATE "C", id) WHERE names > 0;

CREATE TABLE enterprises.decision (
  region_code integer     NOT NULL,
  id          uuid        NOT NULL,
  kind        text        NOT NULL CHECK (kind IN ('joined', 'separated', 'apart')),
  from_holder uuid        NOT NULL,
  to_holder   uuid        NOT NULL,
  reason      text        NOT NULL CHECK (reason <> ''),
  decided_by  text        NOT NULL,
  decided_at  timestamptz NOT NULL,
  undone_at   timestamptz ,
  PRIMARY KEY (region_code, id),
  FOREIGN KEY (region_code, from_holder) REFERENCES enterprises.holder,
  FOREIGN KEY (region_code, to_holder) REFERENCES enterprises.holder,
  CHECK (from_holder <> to_holder)
);
COMMENT ON TABLE enterprises.decision IS '权利人核定: names joined into another holder, separated from theirs, or two holders found not to be one';
CREATE INDEX decision_by_from ON enterprises.decision (region_code, from_holder) WHERE undone_at IS NULL;
CREATE INDEX decision_by_to ON enterprises.decision (region_code, to_holder) WHERE undone_at IS NULL;

CREATE TABLE enterprises.holder_name (
  region_code integer     NOT NULL,
  id          bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
  name        text        NOT NULL,
  letters     text        NOT NULL,
  name_key    text        NOT NULL,
  holder_id   uuid        NOT NULL,
  how         text        NOT NULL CHECK (how IN ('first', 'same-spelling', 'rule', 'hand')),
  reason      jsonb       ,
  kept_apart  boolean     NOT NULL DEFAULT false,
  decision_id uuid        ,
  since       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_code, id),
  UNIQUE (region_code, name),
  FOREIGN KEY (region_code, holder_id) REFERENCES enterprises.holder,
  FOREIGN KEY (region_code, decision_id) REFERENCES enterprises.decision,
  CHECK ((how = 'first') = (reason IS NULL)),
  CHECK ((how = 'hand') = (decision_id IS NOT NULL)),
  CHECK (how = 'hand' OR NOT kept_apart)
);
COMMENT ON TABLE enterprises.holder_name IS '权利人名称: each spelling seen, whose it is, how that was found and why';
CREATE INDEX holder_name_by_key ON enterprises.holder_name (region_code, name_key, id);
CREATE INDEX holder_name_by_holder ON enterprises.holder_name (region_code, holder_id);

CREATE TABLE enterprises.name_block (
  region_code integer NOT NULL,
  block       integer NOT NULL,
  name_id     bigint  NOT NULL,
  PRIMARY KEY (region_code, block, name_id)
);
COMMENT ON TABLE enterprises.name_block IS '名称分组键: under which numbers a name is looked up among others that may be the same';

CREATE TABLE enterprises.moved_name (
  region_code         integer     NOT NULL,
  decision_id         uuid        NOT NULL,
  name_id             bigint      NOT NULL,
  earlier_how         text        NOT NULL,
  earlier_reason      jsonb       ,
  earlier_kept_apart  boolean     NOT NULL,
  earlier_decision_id uuid        ,
  earlier_since       timestamptz NOT NULL,
  PRIMARY KEY (region_code, decision_id, name_id),
  FOREIGN KEY (region_code, decision_id) REFERENCES enterprises.decision,
  FOREIGN KEY (region_code, name_id) REFERENCES enterprises.holder_name
);
COMMENT ON TABLE enterprises.moved_name IS '移动的名称: what a name was before a decision moved it, for the undoing';

CREATE TABLE enterprises.likely (
  region_code  integer NOT NULL,
  id           uuid    NOT NULL,
  one_name     bigint  NOT NULL,
  other_name   bigint  NOT NULL,
  one_holder   uuid    NOT NULL,
  other_holder uuid    NOT NULL,
  reason       jsonb   NOT NULL,
  decision     text    CHECK (decision IN ('joined', 'apart')),
  decision_id  uuid    ,
  PRIMARY KEY (region_code, id),
  UNIQUE (region_code, one_name, other_name),
  FOREIGN KEY (region_code, one_name) REFERENCES enterprises.holder_name,
  FOREIGN KEY (region_code, other_name) REFERENCES enterprises.holder_name,
  FOREIGN KEY (region_code, decision_id) REFERENCES enterprises.decision,
  CHECK (one_name < other_name),
  CHECK ((decision IS NULL) = (decision_id IS NULL))
);
COMMENT ON TABLE enterprises.likely IS '名称疑似相同: two names that may be one holder''s, with the holders they belong to now';
CREATE INDEX likely_open ON enterprises.likely (region_code, id) WHERE decision IS NULL;
CREATE INDEX likely_by_other_name ON enterprises.likely (region_code, other_name);
CREATE INDEX likely_by_one_holder ON enterprises.likely (region_code, one_holder);
CREATE INDEX likely_by_other_holder ON enterprises.likely (region_code, other_holder);
CREATE INDEX likely_by_decision ON enterprises.likely (region_code, decision_id) WHERE decision_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA enterprises TO zhizhou_app;

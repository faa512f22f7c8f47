-- 机构与人员.
CREATE SCHEMA units;
GRANT USAGE ON SCHEMA units TO zhizhou_app;

CREATE TABLE units.unit (
  region_code integer NOT NULL,
  id          uuid    NOT NULL,
  parent_id   uuid    ,
  kind        text    NOT NULL CHECK (kind IN ('prefecture-office', 'section', 'brigade', 'county-bureau', 'station', 'other')),
  place       integer NOT NULL,
  opened_on   date    NOT NULL,
  closed_on   date    ,
  PRIMARY KEY (region_code, id),
  FOREIGN KEY (region_code, parent_id) REFERENCES units.unit,
  CHECK (parent_id <> id),
  CHECK (closed_on >= opened_on)
);
COMMENT ON TABLE units.unit IS '机构: the office, its sections and brigade, the county bureaus and their stations';
CREATE INDEX unit_by_parent ON units.unit (region_code, parent_id);

CREATE TABLE units.unit_name (
  region_code integer NOT NULL,
  unit_id     uuid    NOT NULL,
  from_day    date    NOT NULL,
  to_day      date    ,
  name        text    NOT NULL,
  seal_name   text    NOT NULL,
  basis       text    ,
  PRIMARY KEY (region_code, unit_id, from_day),
  FOREIGN KEY (region_code, unit_id) REFERENCES units.unit,
  CHECK (to_day >= from_day)
);
COMMENT ON TABLE units.unit_name IS '机构名称: names and seals from day to day';

CREATE TABLE units.number_series (
  region_code integer NOT NULL,
  id          uuid    NOT NULL,
  unit_id     uuid    NOT NULL,
  paper       text    NOT NULL,
  prefix      text    NOT NULL,
  from_day    date    NOT NULL,
  to_day      date    ,
  PRIMARY KEY (region_code, id),
  FOREIGN KEY (region_code, unit_id) REFERENCES units.unit,
  UNIQUE (region_code, unit_id, paper, from_day),
  CHECK (to_day >= from_day)
);
COMMENT ON TABLE units.number_series IS '文号: which prefix a unit writes on a kind of paper';

CREATE TABLE units.number_counter (
  region_code integer NOT NULL,
  series_id   uuid    NOT NULL,
  year        integer NOT NULL,
  last        integer NOT NULL CHECK (last > 0),
  PRIMARY KEY (region_code, series_id, year),
  FOREIGN KEY (region_code, series_id) REFERENCES units.number_series
);
COMMENT ON TABLE units.number_counter IS '文号序号: the last number given, restarting each year';

-- What other modules may know of a unit.
CREATE VIEW units.competence AS
  SELECT region_code, id, place
  FROM units.unit;
COMMENT ON VIEW units.competence IS '机构管辖地: the place a unit is competent for';

CREATE SCHEMA identity;
GRANT USAGE ON SCHEMA identity TO zhizhou_app;

CREATE TABLE identity.person (
  region_code          integer     NOT NULL,
  id                   uuid        NOT NULL,
  account              text        NOT NULL,
  name                 text        NOT NULL,
  unit_id              uuid        ,
  disabled_at          timestamptz ,
  password_hash        text        NOT NULL,
  password_set_at      timestamptz NOT NULL,
  must_change_password boolean     NOT NULL,
  earlier_hashes       text[]      NOT NULL DEFAULT '{}',
  failures             smallint    NOT NULL DEFAULT 0,
  locked_until         timestamptz ,
  last_sign_in_at      timestamptz ,
  created_at           timestamptz NOT NULL,
  PRIMARY KEY (region_code, id),
  UNIQUE (region_code, account),
  FOREIGN KEY (region_code, unit_id) REFERENCES units.unit
);
COMMENT ON TABLE identity.person IS '人员: who may sign in';

CREATE TABLE identity.role_grant (
  region_code integer     NOT NULL,
  id          uuid        NOT NULL,
  person_id   uuid        NOT NULL,
  role        text        NOT NULL,
  unit_id     uuid        ,
  place       integer     ,
  from_day    date        NOT NULL,
  to_day      date        ,
  PRIMARY KEY (region_code, id),
  FOREIGN KEY (region_code, person_id) REFERENCES identity.person,
  FOREIGN KEY (region_code, unit_id) REFERENCES units.unit,
  CHECK (to_day >= from_day)
);
COMMENT ON TABLE identity.role_grant IS '任职授权: who holds which role, at a unit or a place and below, from day to day';
CREATE INDEX role_grant_by_person ON identity.role_grant (region_code, person_id);

CREATE TABLE identity.session (
  region_code  integer     NOT NULL,
  id           uuid        NOT NULL,
  person_id    uuid        NOT NULL,
  token_digest bytea       NOT NULL,
  csrf_token   text        NOT NULL,
  since        timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  ended_at     timestamptz ,
  address      text        NOT NULL,
  browser      text        NOT NULL,
  PRIMARY KEY (region_code, id),
  FOREIGN KEY (region_code, person_id) REFERENCES identity.person
);
COMMENT ON TABLE identity.session IS '登录: open sessions; the token itself is with the browser alone';
CREATE UNIQUE INDEX session_by_token ON identity.session (token_digest);
CREATE INDEX session_by_person ON identity.session (region_code, person_id) WHERE ended_at IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA units TO zhizhou_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA identity TO zhizhou_app;

-- identity, as the migrations make it. Written by platform/database/testing/write-schema.ts; to change it, write a migration.
-- after: units

CREATE SCHEMA identity;
GRANT USAGE ON SCHEMA identity TO zhizhou_app;

CREATE TABLE identity.person (
  region_code          integer                  NOT NULL,
  id                   uuid                     NOT NULL,
  account              text                     NOT NULL,
  name                 text                     NOT NULL,
  unit_id              uuid,
  disabled_at          timestamp with time zone,
  password_hash        text                     NOT NULL,
  password_set_at      timestamp with time zone NOT NULL,
  must_change_password boolean                  NOT NULL,
  earlier_hashes       text[]                   NOT NULL DEFAULT '{}'::text[],
  failures             smallint                 NOT NULL DEFAULT 0,
  locked_until         timestamp with time zone,
  last_sign_in_at      timestamp with time zone,
  created_at           timestamp with time zone NOT NULL,
  CONSTRAINT person_pkey PRIMARY KEY (region_code, id),
  CONSTRAINT person_region_code_account_key UNIQUE (region_code, account),
  CONSTRAINT person_region_code_unit_id_fkey FOREIGN KEY (region_code, unit_id) REFERENCES units.unit(region_code, id)
);
COMMENT ON TABLE identity.person IS '人员: who may sign in';
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.person TO zhizhou_app;

CREATE TABLE identity.role_grant (
  region_code integer NOT NULL,
  id          uuid    NOT NULL,
  person_id   uuid    NOT NULL,
  role        text    NOT NULL,
  unit_id     uuid,
  place       integer,
  from_day    date    NOT NULL,
  to_day      date,
  CONSTRAINT role_grant_pkey PRIMARY KEY (region_code, id),
  CONSTRAINT role_grant_region_code_person_id_fkey FOREIGN KEY (region_code, person_id) REFERENCES identity.person(region_code, id),
  CONSTRAINT role_grant_region_code_unit_id_fkey FOREIGN KEY (region_code, unit_id) REFERENCES units.unit(region_code, id),
  CONSTRAINT role_grant_check CHECK (to_day >= from_day)
);
COMMENT ON TABLE identity.role_grant IS '任职授权: who holds which role, at a unit or a place and below, from day to day';
CREATE INDEX role_grant_by_person ON identity.role_grant USING btree (region_code, person_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.role_grant TO zhizhou_app;

CREATE TABLE identity.session (
  region_code  integer                  NOT NULL,
  id           uuid                     NOT NULL,
  person_id    uuid                     NOT NULL,
  token_digest bytea                    NOT NULL,
  csrf_token   text                     NOT NULL,
  since        timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone NOT NULL,
  ended_at     timestamp with time zone,
  address      text                     NOT NULL,
  browser      text                     NOT NULL,
  CONSTRAINT session_pkey PRIMARY KEY (region_code, id),
  CONSTRAINT session_region_code_person_id_fkey FOREIGN KEY (region_code, person_id) REFERENCES identity.person(region_code, id)
);
COMMENT ON TABLE identity.session IS '登录: open sessions; the token itself is with the browser alone';
CREATE INDEX session_by_person ON identity.session USING btree (region_code, person_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX session_by_token ON identity.session USING btree (token_digest);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.session TO zhizhou_app;

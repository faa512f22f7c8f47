-- calendar, as the migrations make it. Written by platform/database/testing/write-schema.ts; to change it, write a migration.
-- after: catalogues

CREATE SCHEMA calendar;
GRANT USAGE ON SCHEMA calendar TO zhizhou_app;

CREATE TABLE calendar.kept_limit (
  region_code    integer                  NOT NULL,
  id             uuid                     NOT NULL,
  rule           text                     NOT NULL,
  title          text                     NOT NULL,
  subject_kind   text                     NOT NULL,
  subject_id     text                     NOT NULL,
  subject_title  text                     NOT NULL,
  person_id      uuid,
  person_name    text,
  unit_id        uuid,
  place          integer                  NOT NULL,
  asked          jsonb                    NOT NULL,
  answer         jsonb                    NOT NULL,
  due_on         date                     NOT NULL,
  provisional    boolean                  NOT NULL,
  kept_at        timestamp with time zone NOT NULL,
  released_at    timestamp with time zone,
  release_reason text,
  CONSTRAINT kept_limit_pkey PRIMARY KEY (region_code, id),
  CONSTRAINT kept_limit_check CHECK ((person_id IS NULL) = (person_name IS NULL)),
  CONSTRAINT kept_limit_check1 CHECK ((released_at IS NULL) = (release_reason IS NULL))
);
COMMENT ON TABLE calendar.kept_limit IS '期限台账: a limit that was counted for a matter of some desk, as it was asked and answered';
CREATE INDEX kept_limit_by_rule ON calendar.kept_limit USING btree (region_code, rule) WHERE (released_at IS NULL);
CREATE INDEX kept_limit_by_subject ON calendar.kept_limit USING btree (region_code, subject_kind, subject_id);
CREATE INDEX kept_limit_open ON calendar.kept_limit USING btree (region_code, due_on, id) WHERE (released_at IS NULL);
GRANT SELECT, INSERT, UPDATE ON calendar.kept_limit TO zhizhou_app;

CREATE TABLE calendar.moved_limit (
  region_code     integer                  NOT NULL,
  id              bigint                   NOT NULL GENERATED ALWAYS AS IDENTITY,
  limit_id        uuid                     NOT NULL,
  change_id       uuid                     NOT NULL,
  was_due_on      date                     NOT NULL,
  was_provisional boolean                  NOT NULL,
  due_on          date                     NOT NULL,
  provisional     boolean                  NOT NULL,
  moved_at        timestamp with time zone NOT NULL,
  seen_at         timestamp with time zone,
  seen_by         text,
  CONSTRAINT moved_limit_pkey PRIMARY KEY (region_code, id),
  CONSTRAINT moved_limit_region_code_limit_id_change_id_key UNIQUE (region_code, limit_id, change_id),
  CONSTRAINT moved_limit_region_code_change_id_fkey FOREIGN KEY (region_code, change_id) REFERENCES catalogues.change(region_code, id),
  CONSTRAINT moved_limit_region_code_limit_id_fkey FOREIGN KEY (region_code, limit_id) REFERENCES calendar.kept_limit(region_code, id),
  CONSTRAINT moved_limit_check CHECK (due_on <> was_due_on OR provisional <> was_provisional),
  CONSTRAINT moved_limit_check1 CHECK ((seen_at IS NULL) = (seen_by IS NULL))
);
COMMENT ON TABLE calendar.moved_limit IS '受影响事项: a kept limit whose day came out otherwise after a change of calendar or rule';
CREATE INDEX moved_limit_by_change ON calendar.moved_limit USING btree (region_code, change_id);
CREATE INDEX moved_limit_unseen ON calendar.moved_limit USING btree (region_code, id) WHERE (seen_at IS NULL);
GRANT SELECT, INSERT, UPDATE ON calendar.moved_limit TO zhizhou_app;

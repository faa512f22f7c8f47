-- enterprises, as the migrations make it. Written by platform/database/testing/write-schema.ts; to change it, write a migration.

CREATE SCHEMA enterprises;
GRANT USAGE ON SCHEMA enterprises TO zhizhou_app;

CREATE TABLE enterprises.holder (
  region_code  integer NOT NULL,
  id           uuid    NOT NULL,
  name         text    NOT NULL,
  name_by_hand boolean NOT NULL DEFAULT false,
  kind         text    NOT NULL,
  names        integer NOT NULL,
  CONSTRAINT holder_pkey PRIMARY KEY (region_code, id),
  CONSTRAINT holder_kind_check CHECK (kind = ANY (ARRAY['enterprise'::text, 'university'::text, 'institute'::text, 'government'::text, 'individual'::text, 'other'::text, 'unknown'::text])),
  CONSTRAINT holder_names_check CHECK (names >= 0)
);
COMMENT ON TABLE enterprises.holder IS '权利人: one firm or person, under the name that is shown; without any name once joined into another';
CREATE INDEX holder_by_name ON enterprises.holder USING btree (region_code, name COLLATE "C", id) WHERE (names > 0);
GRANT SELECT, INSERT, UPDATE, DELETE ON enterprises.holder TO zhizhou_app;

CREATE TABLE enterprises.decision (
  region_code integer                  NOT NULL,
  id          uuid                     NOT NULL,
  kind        text                     NOT NULL,
  from_holder uuid                     NOT NULL,
  to_holder   uuid                     NOT NULL,
  reason      text                     NOT NULL,
  decided_by  text                     NOT NULL,
  decided_at  timestamp with time zone NOT NULL,
  undone_at   timestamp with time zone,
  CONSTRAINT decision_pkey PRIMARY KEY (region_code, id),
  CONSTRAINT decision_region_code_from_holder_fkey FOREIGN KEY (region_code, from_holder) REFERENCES enterprises.holder(region_code, id),
  CONSTRAINT decision_region_code_to_holder_fkey FOREIGN KEY (region_code, to_holder) REFERENCES enterprises.holder(region_code, id),
  CONSTRAINT decision_check CHECK (from_holder <> to_holder),
  CONSTRAINT decision_kind_check CHECK (kind = ANY (ARRAY['joined'::text, 'separated'::text, 'apart'::text])),
  CONSTRAINT decision_reason_check CHECK (reason <> ''::text)
);
COMMENT ON TABLE enterprises.decision IS '权利人核定: names joined into another holder, separated from theirs, or two holders found not to be one';
CREATE INDEX decision_by_from ON enterprises.decision USING btree (region_code, from_holder) WHERE (undone_at IS NULL);
CREATE INDEX decision_by_to ON enterprises.decision USING btree (region_code, to_holder) WHERE (undone_at IS NULL);
GRANT SELECT, INSERT, UPDATE, DELETE ON enterprises.decision TO zhizhou_app;

CREATE TABLE enterprises.holder_name (
  region_code integer                  NOT NULL,
  id          bigint                   NOT NULL GENERATED ALWAYS AS IDENTITY,
  name        text                     NOT NULL,
  letters     text                     NOT NULL,
  name_key    text                     NOT NULL,
  holder_id   uuid                     NOT NULL,
  how         text                     NOT NULL,
  reason      jsonb,
  kept_apart  boolean                  NOT NULL DEFAULT false,
  decision_id uuid,
  since       timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT holder_name_pkey PRIMARY KEY (region_code, id),
  CONSTRAINT holder_name_region_code_name_key UNIQUE (region_code, name),
  CONSTRAINT holder_name_region_code_decision_id_fkey FOREIGN KEY (region_code, decision_id) REFERENCES enterprises.decision(region_code, id),
  CONSTRAINT holder_name_region_code_holder_id_fkey FOREIGN KEY (region_code, holder_id) REFERENCES enterprises.holder(region_code, id),
  CONSTRAINT holder_name_check CHECK ((how = 'first'::text) = (reason IS NULL)),
  CONSTRAINT holder_name_check1 CHECK ((how = 'hand'::text) = (decision_id IS NOT NULL)),
  CONSTRAINT holder_name_check2 CHECK (how = 'hand'::text OR NOT kept_apart),
  CONSTRAINT holder_name_how_check CHECK (how = ANY (ARRAY['first'::text, 'same-spelling'::text, 'rule'::text, 'hand'::text]))
);
COMMENT ON TABLE enterprises.holder_name IS '权利人名称: each spelling seen, whose it is, how that was found and why';
CREATE INDEX holder_name_by_holder ON enterprises.holder_name USING btree (region_code, holder_id);
CREATE INDEX holder_name_by_key ON enterprises.holder_name USING btree (region_code, name_key, id);
GRANT SELECT, INSERT, UPDATE, DELETE ON enterprises.holder_name TO zhizhou_app;

CREATE TABLE enterprises.likely (
  region_code  integer NOT NULL,
  id           uuid    NOT NULL,
  one_name     bigint  NOT NULL,
  other_name   bigint  NOT NULL,
  one_holder   uuid    NOT NULL,
  other_holder uuid    NOT NULL,
  reason       jsonb   NOT NULL,
  decision     text,
  decision_id  uuid,
  CONSTRAINT likely_pkey PRIMARY KEY (region_code, id),
  CONSTRAINT likely_region_code_one_name_other_name_key UNIQUE (region_code, one_name, other_name),
  CONSTRAINT likely_region_code_decision_id_fkey FOREIGN KEY (region_code, decision_id) REFERENCES enterprises.decision(region_code, id),
  CONSTRAINT likely_region_code_one_name_fkey FOREIGN KEY (region_code, one_name) REFERENCES enterprises.holder_name(region_code, id),
  CONSTRAINT likely_region_code_other_name_fkey FOREIGN KEY (region_code, other_name) REFERENCES enterprises.holder_name(region_code, id),
  CONSTRAINT likely_check CHECK (one_name < other_name),
  CONSTRAINT likely_check1 CHECK ((decision IS NULL) = (decision_id IS NULL)),
  CONSTRAINT likely_decision_check CHECK (decision = ANY (ARRAY['joined'::text, 'apart'::text]))
);
COMMENT ON TABLE enterprises.likely IS '名称疑似相同: two names that may be one holder''s, with the holders they belong to now';
CREATE INDEX likely_by_decision ON enterprises.likely USING btree (region_code, decision_id) WHERE (decision_id IS NOT NULL);
CREATE INDEX likely_by_one_holder ON enterprises.likely USING btree (region_code, one_holder);
CREATE INDEX likely_by_other_holder ON enterprises.likely USING btree (region_code, other_holder);
CREATE INDEX likely_by_other_name ON enterprises.likely USING btree (region_code, other_name);
CREATE INDEX likely_open ON enterprises.likely USING btree (region_code, id) WHERE (decision IS NULL);
GRANT SELECT, INSERT, UPDATE, DELETE ON enterprises.likely TO zhizhou_app;

CREATE TABLE enterprises.moved_name (
  region_code         integer                  NOT NULL,
  decision_id         uuid                     NOT NULL,
  name_id             bigint                   NOT NULL,
  earlier_how         text                     NOT NULL,
  earlier_reason      jsonb,
  earlier_kept_apart  boolean                  NOT NULL,
  earlier_decision_id uuid,
  earlier_since       timestamp with time zone NOT NULL,
  CONSTRAINT moved_name_pkey PRIMARY KEY (region_code, decision_id, name_id),
  CONSTRAINT moved_name_region_code_decision_id_fkey FOREIGN KEY (region_code, decision_id) REFERENCES enterprises.decision(region_code, id),
  CONSTRAINT moved_name_region_code_name_id_fkey FOREIGN KEY (region_code, name_id) REFERENCES enterprises.holder_name(region_code, id)
);
COMMENT ON TABLE enterprises.moved_name IS '移动的名称: what a name was before a decision moved it, for the undoing';
GRANT SELECT, INSERT, UPDATE, DELETE ON enterprises.moved_name TO zhizhou_app;

CREATE TABLE enterprises.name_block (
  region_code integer NOT NULL,
  block       integer NOT NULL,
  name_id     bigint  NOT NULL,
  CONSTRAINT name_block_pkey PRIMARY KEY (region_code, block, name_id)
);
COMMENT ON TABLE enterprises.name_block IS '名称分组键: under which numbers a name is looked up among others that may be the same';
GRANT SELECT, INSERT, UPDATE, DELETE ON enterprises.name_block TO zhizhou_app;

-- audit, as the migrations make it. Written by platform/database/testing/write-schema.ts; to change it, write a migration.

CREATE SCHEMA audit;
GRANT USAGE ON SCHEMA audit TO zhizhou_app;

CREATE TABLE audit.erasure (
  region_code integer                  NOT NULL,
  id          uuid                     NOT NULL,
  entries     bigint[]                 NOT NULL,
  reason      text                     NOT NULL,
  state       text                     NOT NULL,
  proposed_by text                     NOT NULL,
  proposer    text                     NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  decided_by  text,
  decider     text,
  decided_at  timestamp with time zone,
  decision    text,
  CONSTRAINT erasure_pkey PRIMARY KEY (region_code, id),
  CONSTRAINT erasure_check CHECK ((state = 'proposed'::text) = (decided_by IS NULL)),
  CONSTRAINT erasure_check1 CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CONSTRAINT erasure_check2 CHECK ((decided_by IS NULL) = (decider IS NULL)),
  CONSTRAINT erasure_check3 CHECK (state = 'proposed'::text OR state = 'erased'::text OR decision IS NOT NULL),
  CONSTRAINT erasure_entries_check CHECK (cardinality(entries) > 0),
  CONSTRAINT erasure_reason_check CHECK (reason <> ''::text),
  CONSTRAINT erasure_state_check CHECK (state = ANY (ARRAY['proposed'::text, 'erased'::text, 'returned'::text, 'withdrawn'::text]))
);
COMMENT ON TABLE audit.erasure IS '日志明细删除: which details one person asked to erase and another did erase or not';
CREATE INDEX erasure_by_state ON audit.erasure USING btree (region_code, state, proposed_at);
GRANT SELECT, INSERT, UPDATE ON audit.erasure TO zhizhou_app;

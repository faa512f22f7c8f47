-- catalogues, as the migrations make it. Written by platform/database/testing/write-schema.ts; to change it, write a migration.

CREATE SCHEMA catalogues;
GRANT USAGE ON SCHEMA catalogues TO zhizhou_app;

CREATE TABLE catalogues.change (
  region_code      integer                  NOT NULL,
  id               uuid                     NOT NULL,
  catalogue        text                     NOT NULL,
  entry_id         text                     NOT NULL,
  kind             text                     NOT NULL,
  title            text                     NOT NULL,
  valid_from       date,
  valid_to         date,
  body             jsonb                    NOT NULL,
  basis            text                     NOT NULL,
  certainty        text                     NOT NULL,
  source           text,
  reason           text                     NOT NULL,
  before           jsonb,
  stands_on        text                     NOT NULL,
  state            text                     NOT NULL,
  approved_version integer,
  proposed_at      timestamp with time zone NOT NULL,
  CONSTRAINT change_pkey PRIMARY KEY (region_code, id),
  CONSTRAINT change_region_code_catalogue_approved_version_key UNIQUE (region_code, catalogue, approved_version),
  CONSTRAINT change_basis_check CHECK (basis <> ''::text),
  CONSTRAINT change_certainty_check CHECK (certainty = ANY (ARRAY['confirmed'::text, 'unverified'::text])),
  CONSTRAINT change_check CHECK ((state = 'in-force'::text) = (approved_version IS NOT NULL)),
  CONSTRAINT change_check1 CHECK (kind = 'add'::text OR before IS NOT NULL),
  CONSTRAINT change_check2 CHECK (kind <> 'add'::text OR valid_from IS NOT NULL),
  CONSTRAINT change_check3 CHECK (kind <> 'end'::text OR valid_to IS NOT NULL),
  CONSTRAINT change_check4 CHECK (kind = 'end'::text OR valid_to >= valid_from),
  CONSTRAINT change_entry_id_check CHECK (entry_id <> ''::text),
  CONSTRAINT change_kind_check CHECK (kind = ANY (ARRAY['add'::text, 'correct'::text, 'end'::text])),
  CONSTRAINT change_reason_check CHECK (reason <> ''::text),
  CONSTRAINT change_state_check CHECK (state = ANY (ARRAY['pending'::text, 'in-force'::text, 'returned'::text, 'withdrawn'::text]))
);
COMMENT ON TABLE catalogues.change IS '目录变更: one version of an entry as somebody proposed it; approved ones stand over what the product ships and are never deleted';
CREATE INDEX change_by_entry ON catalogues.change USING btree (region_code, catalogue, entry_id, id);
CREATE INDEX change_by_state ON catalogues.change USING btree (region_code, state, id);
GRANT SELECT, INSERT, UPDATE ON catalogues.change TO zhizhou_app;

CREATE TABLE catalogues.scan (
  region_code integer                  NOT NULL,
  digest      text                     NOT NULL,
  file_name   text                     NOT NULL,
  kind        text                     NOT NULL,
  kept_at     timestamp with time zone NOT NULL,
  CONSTRAINT scan_pkey PRIMARY KEY (region_code, digest),
  CONSTRAINT scan_digest_check CHECK (digest ~ '^[0-9a-f]{64}$'::text),
  CONSTRAINT scan_kind_check CHECK (kind = ANY (ARRAY['pdf'::text, 'jpeg'::text, 'png'::text]))
);
COMMENT ON TABLE catalogues.scan IS '签批件扫描件: papers on which a superior signed, kept in the file store under their digest';
GRANT SELECT, INSERT ON catalogues.scan TO zhizhou_app;

CREATE TABLE catalogues.deed (
  region_code integer                  NOT NULL,
  change_id   uuid                     NOT NULL,
  n           integer                  NOT NULL,
  act         text                     NOT NULL,
  by_id       text                     NOT NULL,
  by_name     text                     NOT NULL,
  at          timestamp with time zone NOT NULL,
  reason      text,
  signed_by   text,
  signed_on   date,
  scan        text,
  CONSTRAINT deed_pkey PRIMARY KEY (region_code, change_id, n),
  CONSTRAINT deed_region_code_change_id_fkey FOREIGN KEY (region_code, change_id) REFERENCES catalogues.change(region_code, id),
  CONSTRAINT deed_region_code_scan_fkey FOREIGN KEY (region_code, scan) REFERENCES catalogues.scan(region_code, digest),
  CONSTRAINT deed_act_check CHECK (act = ANY (ARRAY['propose'::text, 'approve'::text, 'sign'::text, 'return'::text, 'withdraw'::text])),
  CONSTRAINT deed_check CHECK ((act = 'sign'::text) = (signed_by IS NOT NULL)),
  CONSTRAINT deed_check1 CHECK ((act = 'sign'::text) = (signed_on IS NOT NULL)),
  CONSTRAINT deed_check2 CHECK ((act = 'sign'::text) = (scan IS NOT NULL)),
  CONSTRAINT deed_check3 CHECK ((act <> ALL (ARRAY['return'::text, 'withdraw'::text])) OR reason IS NOT NULL),
  CONSTRAINT deed_n_check CHECK (n > 0)
);
COMMENT ON TABLE catalogues.deed IS '目录变更经办: who proposed, approved, returned, when, and whose signature stands on which paper';
CREATE INDEX deed_by_scan ON catalogues.deed USING btree (region_code, scan) WHERE (scan IS NOT NULL);
GRANT SELECT, INSERT ON catalogues.deed TO zhizhou_app;

CREATE TABLE catalogues.version (
  region_code integer NOT NULL,
  catalogue   text    NOT NULL,
  version     integer NOT NULL,
  CONSTRAINT version_pkey PRIMARY KEY (region_code, catalogue),
  CONSTRAINT version_version_check CHECK (version >= 0)
);
COMMENT ON TABLE catalogues.version IS '目录版本: how many changes of a catalogue were approved; whoever keeps its entries in memory asks here';
GRANT SELECT, INSERT, UPDATE ON catalogues.version TO zhizhou_app;

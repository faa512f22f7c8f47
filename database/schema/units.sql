-- units, as the migrations make it. Written by platform/database/testing/write-schema.ts; to change it, write a migration.

CREATE SCHEMA units;
GRANT USAGE ON SCHEMA units TO zhizhou_app;

CREATE TABLE units.unit (
  region_code integer NOT NULL,
  id          uuid    NOT NULL,
  parent_id   uuid,
  kind        text    NOT NULL,
  place       integer NOT NULL,
  opened_on   date    NOT NULL,
  closed_on   date,
  CONSTRAINT unit_pkey PRIMARY KEY (region_code, id),
  CONSTRAINT unit_region_code_parent_id_fkey FOREIGN KEY (region_code, parent_id) REFERENCES units.unit(region_code, id),
  CONSTRAINT unit_check CHECK (parent_id <> id),
  CONSTRAINT unit_check1 CHECK (closed_on >= opened_on),
  CONSTRAINT unit_kind_check CHECK (kind = ANY (ARRAY['prefecture-office'::text, 'section'::text, 'brigade'::text, 'county-bureau'::text, 'station'::text, 'other'::text]))
);
COMMENT ON TABLE units.unit IS '机构: the office, its sections and brigade, the county bureaus and their stations';
CREATE INDEX unit_by_parent ON units.unit USING btree (region_code, parent_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON units.unit TO zhizhou_app;

CREATE TABLE units.number_series (
  region_code integer NOT NULL,
  id          uuid    NOT NULL,
  unit_id     uuid    NOT NULL,
  paper       text    NOT NULL,
  prefix      text    NOT NULL,
  from_day    date    NOT NULL,
  to_day      date,
  CONSTRAINT number_series_pkey PRIMARY KEY (region_code, id),
  CONSTRAINT number_series_region_code_unit_id_paper_from_day_key UNIQUE (region_code, unit_id, paper, from_day),
  CONSTRAINT number_series_region_code_unit_id_fkey FOREIGN KEY (region_code, unit_id) REFERENCES units.unit(region_code, id),
  CONSTRAINT number_series_check CHECK (to_day >= from_day)
);
COMMENT ON TABLE units.number_series IS '文号: which prefix a unit writes on a kind of paper';
GRANT SELECT, INSERT, UPDATE, DELETE ON units.number_series TO zhizhou_app;

CREATE TABLE units.number_counter (
  region_code integer NOT NULL,
  series_id   uuid    NOT NULL,
  year        integer NOT NULL,
  last        integer NOT NULL,
  CONSTRAINT number_counter_pkey PRIMARY KEY (region_code, series_id, year),
  CONSTRAINT number_counter_region_code_series_id_fkey FOREIGN KEY (region_code, series_id) REFERENCES units.number_series(region_code, id),
  CONSTRAINT number_counter_last_check CHECK (last > 0)
);
COMMENT ON TABLE units.number_counter IS '文号序号: the last number given, restarting each year';
GRANT SELECT, INSERT, UPDATE, DELETE ON units.number_counter TO zhizhou_app;

CREATE TABLE units.unit_name (
  region_code integer NOT NULL,
  unit_id     uuid    NOT NULL,
  from_day    date    NOT NULL,
  to_day      date,
  name        text    NOT NULL,
  seal_name   text    NOT NULL,
  basis       text,
  CONSTRAINT unit_name_pkey PRIMARY KEY (region_code, unit_id, from_day),
  CONSTRAINT unit_name_region_code_unit_id_fkey FOREIGN KEY (region_code, unit_id) REFERENCES units.unit(region_code, id),
  CONSTRAINT unit_name_check CHECK (to_day >= from_day)
);
COMMENT ON TABLE units.unit_name IS '机构名称: names and seals from day to day';
GRANT SELECT, INSERT, UPDATE, DELETE ON units.unit_name TO zhizhou_app;

CREATE VIEW units.competence AS
 SELECT region_code,
    id,
    place
   FROM units.unit;
COMMENT ON VIEW units.competence IS '机构管辖地: the place a unit is competent for';
GRANT SELECT, INSERT, UPDATE, DELETE ON units.competence TO zhizhou_app;

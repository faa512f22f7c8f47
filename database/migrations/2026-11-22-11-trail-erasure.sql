-- 删除日志明细. What an entry of the trail says in words may be erased by law; the chain keeps its digest and says who erased it.
CREATE FUNCTION trail.erase_details(region integer, entries bigint[]) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog
AS $$
  WITH gone AS (
    DELETE FROM trail.detail
    WHERE region_code = region AND n = ANY (entries)
    RETURNING n
  )
  SELECT count(*)::integer FROM gone
$$;
COMMENT ON FUNCTION trail.erase_details IS 'The one way in which the product takes details away; verify-trail misses those that no entry of the chain accounts for';
REVOKE ALL ON FUNCTION trail.erase_details FROM PUBLIC;
GRANT EXECUTE ON FUNCTION trail.erase_details TO zhizhou_app;

CREATE SCHEMA audit;
GRANT USAGE ON SCHEMA audit TO zhizhou_app;

CREATE TABLE audit.erasure (
  region_code integer     NOT NULL,
  id          uuid        NOT NULL,
  entries     bigint[]    NOT NULL CHECK (cardinality(entries) > 0),
  reason      text        NOT NULL CHECK (reason <> ''),
  state       text        NOT NULL CHECK (state IN ('proposed', 'erased', 'returned', 'withdrawn')),
  proposed_by text        NOT NULL,
  proposer    text        NOT NULL,
  proposed_at timestamptz NOT NULL,
  decided_by  text        ,
  decider     text        ,
  decided_at  timestamptz ,
  decision    text        ,
  PRIMARY KEY (region_code, id),
  CHECK ((state = 'proposed') = (decided_by IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CHECK ((decided_by IS NULL) = (decider IS NULL)),
  CHECK (state = 'proposed' OR state = 'erased' OR decision IS NOT NULL)
);
COMMENT ON TABLE audit.erasure IS '日志明细删除: which details one person asked to erase and another did erase or not';
CREATE INDEX erasure_by_state ON audit.erasure (region_code, state, proposed_at);

GRANT SELECT, INSERT, UPDATE ON audit.erasure TO zhizhou_app;

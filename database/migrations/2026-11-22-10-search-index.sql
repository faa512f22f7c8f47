-- A first import of a large register writes its lexemes three times as fast when their index is made once, afterwards. The product's
-- own role may not touch indexes; it may do these two things.
CREATE FUNCTION patents.set_search_index_aside() RETURNS void
LANGUAGE sql SECURITY DEFINER
SET search_path = ''
SET lock_timeout = '3s'
AS $$
  DROP INDEX IF EXISTS patents.record_bg;
$$;
COMMENT ON FUNCTION patents.set_search_index_aside() IS '首次大批量导入前暂时撤去检索索引';

CREATE FUNCTION patents.restore_search_index() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ''
SET statement_timeout = 0
SET maintenance_work_mem = '256MB'
AS $$
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('patents.restore_search_index'));
  IF pg_catalog.to_regclass('patents.record_bg') IS NULL THEN
    CREATE INDEX record_bg ON patents.record USING gin (bg);
    ANALYZE patents.record;
  END IF;
END
$$;
COMMENT ON FUNCTION patents.restore_search_index() IS '重建检索索引；已有的不动';

REVOKE ALL ON FUNCTION patents.set_search_index_aside(), patents.restore_search_index() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION patents.set_search_index_aside(), patents.restore_search_index() TO zhizhou_app;

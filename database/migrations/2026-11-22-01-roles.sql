-- The product connects as zhizhou_app; zhizhou_owner owns every table. The launcher (or the administrator of an
-- own PostgreSQL) creates both roles and gives them their passwords; here the owner says what the product may do.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'zhizhou_app') THEN
    CREATE ROLE zhizhou_app LOGIN;
  END IF;
END $$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;

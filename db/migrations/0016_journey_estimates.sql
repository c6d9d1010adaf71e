-- As of the records' tables (0012): an organisation of which Postgres has not heard would pass for one journey, and each
-- of its thousands be looked up by an index of the organisation alone.
ALTER TABLE attribution_journeys ALTER COLUMN org_id SET STATISTICS 0;

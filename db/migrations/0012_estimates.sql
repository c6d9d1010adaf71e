-- No statistics of org_id where records are joined: an organisation that came after the last ANALYZE would pass for an
-- empty one, and its first import for a join of nothing with nothing, scanned again for every row. Without them every
-- organisation passes for a two-hundredth of the table.
ALTER TABLE accounts ALTER COLUMN org_id SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE leads ALTER COLUMN org_id SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE lead_stages ALTER COLUMN org_id SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE opportunities ALTER COLUMN org_id SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE touches ALTER COLUMN org_id SET STATISTICS 0;

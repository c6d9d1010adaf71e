-- What drizzle-kit does not emit for 0008: FORCE and the grants.
ALTER TABLE attribution_settings FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE attribution_dirty FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE attribution_runs FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE attribution_journeys FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE attribution_rollup FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE attribution_frozen FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE attribution_frozen_rules FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE attribution_restatements FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE attribution_markov FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON attribution_dirty, attribution_journeys, attribution_rollup, attribution_markov TO gyakusan_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON attribution_settings, attribution_runs TO gyakusan_app;--> statement-breakpoint
-- What a close froze is never changed, and what became of it since only grows.
GRANT SELECT, INSERT ON attribution_frozen, attribution_frozen_rules, attribution_restatements TO gyakusan_app;--> statement-breakpoint
-- No journey was kept until now: every opportunity waits for its own.
ALTER TABLE opportunities NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE attribution_dirty NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO attribution_dirty (org_id, opportunity_id, marked_at) SELECT org_id, id, now() FROM opportunities;--> statement-breakpoint
ALTER TABLE opportunities FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE attribution_dirty FORCE ROW LEVEL SECURITY;

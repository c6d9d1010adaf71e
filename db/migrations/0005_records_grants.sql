-- What drizzle-kit does not emit for the tables of 0004: FORCE and the grants.
ALTER TABLE accounts FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE leads FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE lead_stages FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE opportunities FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE touches FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE campaign_costs FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE imports FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE import_changes FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE import_shapes FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE monthly_rollup FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE counted_from FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE api_tokens FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON accounts, leads, lead_stages, opportunities, touches, campaign_costs, import_changes, monthly_rollup, counted_from TO gyakusan_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON imports, import_shapes TO gyakusan_app;--> statement-breakpoint
-- A token is revoked, never rewritten.
GRANT SELECT, INSERT ON api_tokens TO gyakusan_app;--> statement-breakpoint
GRANT UPDATE (revoked_at, last_used_at) ON api_tokens TO gyakusan_app;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON idempotency_keys TO gyakusan_app;--> statement-breakpoint
GRANT UPDATE (response) ON idempotency_keys TO gyakusan_app;

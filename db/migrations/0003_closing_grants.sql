-- What drizzle-kit does not emit for the tables of 0002: FORCE and the grants.
ALTER TABLE restatements FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE team_years FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE landing_overrides FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- A close is never taken back but by naming who opened the month again, when and why.
REVOKE DELETE ON month_closes FROM gyakusan_app;--> statement-breakpoint
GRANT UPDATE (reopened_at, reopened_by, reopen_reason) ON month_closes TO gyakusan_app;--> statement-breakpoint
GRANT SELECT, INSERT ON restatements TO gyakusan_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON team_years TO gyakusan_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON landing_overrides TO gyakusan_app;

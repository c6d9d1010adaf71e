-- What drizzle-kit does not emit: FORCE (the owner obeys the policies too) and the grants of the two roles.
-- A table that is not named here is invisible to the web server; db/catalogue.test.ts finds it.
ALTER TABLE organisations FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE users FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE memberships FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE membership_teams FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE teams FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE stages FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE channels FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE campaigns FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE plan_versions FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE plan_months FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE plan_channels FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE plan_transitions FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE monthly_actuals FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE month_closes FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE sessions FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE audit_log FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON organisations, memberships, teams, stages, channels, campaigns, plan_versions, sessions TO gyakusan_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON monthly_actuals TO gyakusan_app;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON membership_teams, plan_months, plan_channels, plan_transitions, month_closes TO gyakusan_app;--> statement-breakpoint
GRANT SELECT, INSERT ON audit_log TO gyakusan_app;--> statement-breakpoint
-- Never the password hash.
GRANT SELECT (id, email, disabled_at, created_at) ON users TO gyakusan_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON users TO gyakusan_signin;--> statement-breakpoint
GRANT SELECT ON memberships TO gyakusan_signin;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON login_limits TO gyakusan_signin;--> statement-breakpoint
-- The web server compares the schema's version with its own.
GRANT USAGE ON SCHEMA drizzle TO gyakusan_signin;--> statement-breakpoint
GRANT SELECT ON drizzle.__drizzle_migrations TO gyakusan_signin;

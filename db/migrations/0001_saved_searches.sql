CREATE TABLE `announcements` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`listing_id` text NOT NULL,
	`published_at` integer NOT NULL,
	`announced_at` integer NOT NULL,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `announcements_listing` ON `announcements` (`listing_id`);--> statement-breakpoint
CREATE TABLE `saved_searches` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text,
	`name` text NOT NULL,
	`path` text NOT NULL,
	`asked` text NOT NULL,
	`language` text NOT NULL,
	`frequency` text NOT NULL,
	`state` text NOT NULL,
	`seen` integer NOT NULL,
	`looked_at` integer NOT NULL,
	`told_at` integer,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "saved_searches_language" CHECK("saved_searches"."language" in ('vi', 'en')),
	CONSTRAINT "saved_searches_frequency" CHECK("saved_searches"."frequency" in ('instant', 'daily', 'weekly', 'never')),
	CONSTRAINT "saved_searches_state" CHECK("saved_searches"."state" in ('active', 'paused'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_searches_asked` ON `saved_searches` (`person_id`,`asked`);--> statement-breakpoint
CREATE INDEX `saved_searches_organisation` ON `saved_searches` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `saved_searches_due` ON `saved_searches` (`state`,`frequency`,`looked_at`);--> statement-breakpoint
CREATE TABLE `signing_keys` (
	`purpose` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `mails` ADD `html` text;--> statement-breakpoint
ALTER TABLE `mails` ADD `unsubscribe` text;--> statement-breakpoint
INSERT INTO `announcements` (`listing_id`, `published_at`, `announced_at`) SELECT `id`, `published_at`, `published_at` FROM `listings` WHERE `published_version` IS NOT NULL ORDER BY `published_at`, `id`;

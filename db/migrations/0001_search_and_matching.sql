CREATE TABLE `match_declines` (
	`need_id` text NOT NULL,
	`technology_id` text NOT NULL,
	`side` text NOT NULL,
	`reason` text NOT NULL,
	`declined` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`need_id`, `technology_id`, `side`),
	FOREIGN KEY (`need_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`technology_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "match_declines_side" CHECK("match_declines"."side" in ('need', 'technology')),
	CONSTRAINT "match_declines_reason" CHECK("match_declines"."reason" in ('field', 'readiness', 'capacity', 'price', 'rights', 'must_have', 'have_solution', 'owner'))
);
--> statement-breakpoint
CREATE INDEX `match_declines_technology` ON `match_declines` (`technology_id`);--> statement-breakpoint
CREATE INDEX `match_declines_person` ON `match_declines` (`person_id`);--> statement-breakpoint
CREATE TABLE `match_due` (
	`listing_id` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `match_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`need_id` text NOT NULL,
	`technology_id` text NOT NULL,
	`criterion_key` text NOT NULL,
	`criterion_vi` text NOT NULL,
	`criterion_en` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`state` text NOT NULL,
	`verdict` text,
	`answer` text NOT NULL,
	`answer_language` text,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`need_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`technology_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "match_questions_state" CHECK("match_questions"."state" in ('asked', 'answered')),
	CONSTRAINT "match_questions_verdict" CHECK("match_questions"."verdict" in ('met', 'not_met')),
	CONSTRAINT "match_questions_language" CHECK("match_questions"."answer_language" in ('vi', 'en'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `match_questions_criterion` ON `match_questions` (`need_id`,`technology_id`,`criterion_key`);--> statement-breakpoint
CREATE INDEX `match_questions_technology` ON `match_questions` (`technology_id`,`state`);--> statement-breakpoint
CREATE INDEX `match_questions_asked_by` ON `match_questions` (`asked_by`,`asked_at`);--> statement-breakpoint
CREATE INDEX `match_questions_answered_by` ON `match_questions` (`answered_by`);--> statement-breakpoint
CREATE TABLE `match_tellings` (
	`organisation_id` text NOT NULL,
	`side` text NOT NULL,
	`day` text NOT NULL,
	`count` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `side`, `day`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "match_tellings_side" CHECK("match_tellings"."side" in ('need', 'technology'))
);
--> statement-breakpoint
CREATE TABLE `matches` (
	`need_id` text NOT NULL,
	`technology_id` text NOT NULL,
	`need_owner_id` text NOT NULL,
	`technology_owner_id` text NOT NULL,
	`need_version` integer NOT NULL,
	`technology_version` integer NOT NULL,
	`formula_version` integer NOT NULL,
	`score` integer NOT NULL,
	`reasons` text NOT NULL,
	`found_at` integer NOT NULL,
	`scored_at` integer NOT NULL,
	`need_told_at` integer,
	`technology_told_at` integer,
	PRIMARY KEY(`need_id`, `technology_id`),
	FOREIGN KEY (`need_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`technology_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`need_owner_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`technology_owner_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `matches_need` ON `matches` (`need_id`,`score`);--> statement-breakpoint
CREATE INDEX `matches_technology` ON `matches` (`technology_id`,`score`);--> statement-breakpoint
CREATE INDEX `matches_need_owner` ON `matches` (`need_owner_id`,`need_told_at`);--> statement-breakpoint
CREATE INDEX `matches_technology_owner` ON `matches` (`technology_owner_id`,`technology_told_at`);--> statement-breakpoint
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
CREATE TABLE `terms` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`a` text NOT NULL,
	`b` text NOT NULL,
	`language` text,
	`field` text,
	`pair` text NOT NULL,
	`folded` text NOT NULL,
	`state` text NOT NULL,
	`built_in` integer NOT NULL,
	`source` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_for` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`proposed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_for`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "terms_kind_known" CHECK("terms"."kind" in ('translation', 'synonym')),
	CONSTRAINT "terms_state_known" CHECK("terms"."state" in ('proposed', 'approved', 'rejected', 'withdrawn')),
	CONSTRAINT "terms_language_known" CHECK("terms"."language" in ('vi', 'en'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `terms_pair` ON `terms` (`pair`);--> statement-breakpoint
CREATE INDEX `terms_state` ON `terms` (`state`,`proposed_at`,`id`);--> statement-breakpoint
CREATE INDEX `terms_proposer` ON `terms` (`proposed_by`);--> statement-breakpoint
CREATE INDEX `terms_organisation` ON `terms` (`proposed_for`,`proposed_at`);--> statement-breakpoint
CREATE INDEX `terms_decider` ON `terms` (`decided_by`);--> statement-breakpoint
CREATE TABLE `unanswered` (
	`text` text NOT NULL,
	`language` text NOT NULL,
	`day` integer NOT NULL,
	`searches` integer NOT NULL,
	PRIMARY KEY(`text`, `language`, `day`),
	CONSTRAINT "unanswered_language_known" CHECK("unanswered"."language" in ('vi', 'en'))
);
--> statement-breakpoint
CREATE INDEX `unanswered_day` ON `unanswered` (`day`);--> statement-breakpoint
CREATE TABLE `signing_keys` (
	`purpose` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `mails` ADD `html` text;--> statement-breakpoint
ALTER TABLE `mails` ADD `unsubscribe` text;--> statement-breakpoint
INSERT INTO `announcements` (`listing_id`, `published_at`, `announced_at`) SELECT `id`, `published_at`, `published_at` FROM `listings` WHERE `published_version` IS NOT NULL ORDER BY `published_at`, `id`;

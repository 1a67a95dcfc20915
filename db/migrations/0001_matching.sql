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
CREATE INDEX `matches_technology_owner` ON `matches` (`technology_owner_id`,`technology_told_at`);
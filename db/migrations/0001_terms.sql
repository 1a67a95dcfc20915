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
CREATE INDEX `unanswered_day` ON `unanswered` (`day`);
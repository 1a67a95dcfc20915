CREATE TABLE `request_terms` (
	`request_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`process_version` integer NOT NULL,
	`version` integer NOT NULL,
	`open_by` text,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`open_by`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "request_terms_state_known" CHECK("request_terms"."state" in ('none', 'offered', 'agreed', 'reopened'))
);
--> statement-breakpoint
CREATE INDEX `request_terms_open_by` ON `request_terms` (`open_by`);--> statement-breakpoint
CREATE TABLE `terms_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`number` integer NOT NULL,
	`verb` text NOT NULL,
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`content` text NOT NULL,
	`hash` text NOT NULL,
	`note` text NOT NULL,
	`standing` text NOT NULL,
	`form_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	`closed_by` text,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "terms_versions_verb_known" CHECK("terms_versions"."verb" in ('offer', 'counter', 'revise', 'reopen')),
	CONSTRAINT "terms_versions_standing_known" CHECK("terms_versions"."standing" in ('open', 'replaced', 'withdrawn', 'agreed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `terms_versions_number` ON `terms_versions` (`request_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `terms_versions_form` ON `terms_versions` (`person_id`,`form_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `terms_versions_open` ON `terms_versions` (`request_id`) WHERE "standing" = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX `terms_versions_agreed` ON `terms_versions` (`request_id`) WHERE "standing" = 'agreed';--> statement-breakpoint
CREATE INDEX `terms_versions_organisation` ON `terms_versions` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `terms_versions_closer` ON `terms_versions` (`closed_by`);
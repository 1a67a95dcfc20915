CREATE TABLE `mandate_moves` (
	`id` text PRIMARY KEY NOT NULL,
	`mandate_id` text NOT NULL,
	`verb` text NOT NULL,
	`to_state` text NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`mandate_id`) REFERENCES `valuation_mandates`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mandate_moves_verb_known" CHECK("mandate_moves"."verb" in ('accept', 'accept_for_both', 'decline', 'consent', 'refuse', 'withdraw', 'deliver')),
	CONSTRAINT "mandate_moves_to_known" CHECK("mandate_moves"."to_state" in ('asked', 'consenting', 'accepted', 'delivered', 'declined', 'refused', 'withdrawn'))
);
--> statement-breakpoint
CREATE INDEX `mandate_moves_mandate` ON `mandate_moves` (`mandate_id`,`at`);--> statement-breakpoint
CREATE INDEX `mandate_moves_person` ON `mandate_moves` (`person_id`);--> statement-breakpoint
CREATE INDEX `mandate_moves_organisation` ON `mandate_moves` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `valuation_mandates` (
	`id` text PRIMARY KEY NOT NULL,
	`technology_id` text NOT NULL,
	`asker_id` text NOT NULL,
	`other_id` text,
	`valuer_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`state` text NOT NULL,
	`process_version` integer NOT NULL,
	`version` integer NOT NULL,
	`purpose` text NOT NULL,
	`right_kind` text NOT NULL,
	`territory` text NOT NULL,
	`basis` text NOT NULL,
	`valuation_date` text NOT NULL,
	`fee_amount` integer NOT NULL,
	`fee_currency` text NOT NULL,
	`deadline` text NOT NULL,
	`declaration` text,
	`declared_by` text,
	`consented_by` text,
	`form_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`technology_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asker_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`valuer_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`declared_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consented_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "valuation_mandates_state_known" CHECK("valuation_mandates"."state" in ('asked', 'consenting', 'accepted', 'delivered', 'declined', 'refused', 'withdrawn')),
	CONSTRAINT "valuation_mandates_right_known" CHECK("valuation_mandates"."right_kind" in ('ownership', 'exclusive_use', 'non_exclusive_use', 'sublicence')),
	CONSTRAINT "valuation_mandates_basis_known" CHECK("valuation_mandates"."basis" in ('market', 'equitable', 'investment', 'non_market')),
	CONSTRAINT "valuation_mandates_currency_known" CHECK("valuation_mandates"."fee_currency" in ('VND', 'USD'))
);
--> statement-breakpoint
CREATE INDEX `valuation_mandates_technology` ON `valuation_mandates` (`technology_id`);--> statement-breakpoint
CREATE INDEX `valuation_mandates_asker` ON `valuation_mandates` (`asker_id`,`updated_at`);--> statement-breakpoint
CREATE INDEX `valuation_mandates_other` ON `valuation_mandates` (`other_id`,`updated_at`);--> statement-breakpoint
CREATE INDEX `valuation_mandates_valuer` ON `valuation_mandates` (`valuer_id`,`updated_at`);--> statement-breakpoint
CREATE INDEX `valuation_mandates_person` ON `valuation_mandates` (`asked_by`);--> statement-breakpoint
CREATE INDEX `valuation_mandates_declarer` ON `valuation_mandates` (`declared_by`);--> statement-breakpoint
CREATE INDEX `valuation_mandates_consenter` ON `valuation_mandates` (`consented_by`);--> statement-breakpoint
CREATE UNIQUE INDEX `valuation_mandates_form` ON `valuation_mandates` (`asked_by`,`form_key`);--> statement-breakpoint
CREATE TABLE `valuation_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`valuation_id` text NOT NULL,
	`number` integer NOT NULL,
	`report` text NOT NULL,
	`hash` text NOT NULL,
	`signed_by` text NOT NULL,
	`organisation_id` text NOT NULL,
	`signed_at` integer NOT NULL,
	`seal` text NOT NULL,
	FOREIGN KEY (`valuation_id`) REFERENCES `valuations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `valuation_reports_number` ON `valuation_reports` (`valuation_id`,`number`);--> statement-breakpoint
CREATE INDEX `valuation_reports_hash` ON `valuation_reports` (`hash`);--> statement-breakpoint
CREATE INDEX `valuation_reports_signer` ON `valuation_reports` (`signed_by`);--> statement-breakpoint
CREATE INDEX `valuation_reports_organisation` ON `valuation_reports` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `valuations` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`technology_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`mandate_id` text,
	`created_by` text NOT NULL,
	`model` text NOT NULL,
	`version` integer NOT NULL,
	`form_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`technology_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mandate_id`) REFERENCES `valuation_mandates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "valuations_kind_known" CHECK("valuations"."kind" in ('private_estimate', 'mandated'))
);
--> statement-breakpoint
CREATE INDEX `valuations_technology` ON `valuations` (`technology_id`,`organisation_id`);--> statement-breakpoint
CREATE INDEX `valuations_organisation` ON `valuations` (`organisation_id`,`updated_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `valuations_mandate` ON `valuations` (`mandate_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `valuations_form` ON `valuations` (`created_by`,`form_key`);
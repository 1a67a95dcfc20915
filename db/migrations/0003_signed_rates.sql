CREATE TABLE `signed_rates` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`technology_id` text,
	`field` text NOT NULL,
	`right_kind` text NOT NULL,
	`exclusive` integer NOT NULL,
	`rate` text NOT NULL,
	`base` text NOT NULL,
	`signed_year` integer NOT NULL,
	`reference` text NOT NULL,
	`reference_key` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`withdrawn_by` text,
	`withdrawn_at` integer,
	`withdrawn_reason` text NOT NULL,
	`form_key` text NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`technology_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "signed_rates_right_known" CHECK("signed_rates"."right_kind" in ('ownership', 'exclusive_use', 'non_exclusive_use', 'sublicence')),
	CONSTRAINT "signed_rates_base_known" CHECK("signed_rates"."base" in ('net_selling_price', 'net_revenue', 'pre_tax_profit'))
);
--> statement-breakpoint
CREATE INDEX `signed_rates_recorded` ON `signed_rates` (`recorded_at`);--> statement-breakpoint
CREATE INDEX `signed_rates_technology` ON `signed_rates` (`technology_id`);--> statement-breakpoint
CREATE INDEX `signed_rates_owner` ON `signed_rates` (`owner_id`);--> statement-breakpoint
CREATE INDEX `signed_rates_withdrawer` ON `signed_rates` (`withdrawn_by`);--> statement-breakpoint
CREATE UNIQUE INDEX `signed_rates_form` ON `signed_rates` (`recorded_by`,`form_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `signed_rates_contract` ON `signed_rates` (`owner_id`,`reference_key`) WHERE "withdrawn_at" is null;
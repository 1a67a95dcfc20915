CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`token_hash` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`invited_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitations_role" CHECK("invitations"."role" in ('owner', 'signatory', 'member', 'viewer'))
);
--> statement-breakpoint
CREATE INDEX `invitations_organisation` ON `invitations` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `invitations_inviter` ON `invitations` (`invited_by`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `organisation_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "memberships_role" CHECK("memberships"."role" in ('owner', 'signatory', 'member', 'viewer'))
);
--> statement-breakpoint
CREATE INDEX `memberships_organisation` ON `memberships` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`name_folded` text NOT NULL,
	`tax_code` text,
	`province` text,
	`address` text NOT NULL,
	`website` text NOT NULL,
	`description_vi` text NOT NULL,
	`description_en` text NOT NULL,
	`services` text NOT NULL,
	`verification` text NOT NULL,
	`verified_at` integer,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	CONSTRAINT "organisations_kind_known" CHECK("organisations"."kind" in ('institute', 'enterprise', 'intermediary', 'operator')),
	CONSTRAINT "organisations_verification_known" CHECK("organisations"."verification" in ('unverified', 'asked', 'verified', 'refused'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_tax_code` ON `organisations` (`tax_code`);--> statement-breakpoint
CREATE INDEX `organisations_kind` ON `organisations` (`kind`,`name_folded`);--> statement-breakpoint
CREATE INDEX `organisations_verification` ON `organisations` (`verification`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`language` text NOT NULL,
	`password_hash` text NOT NULL,
	`email_confirmed_at` integer,
	`totp_secret` text,
	`totp_confirmed_at` integer,
	`totp_last_step` integer,
	`demonstration` integer NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	CONSTRAINT "people_language" CHECK("people"."language" in ('vi', 'en'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`hash` text NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `recovery_codes_person` ON `recovery_codes` (`person_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`device` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `sessions_organisation` ON `sessions` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`purpose` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`attempts` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "tokens_purpose" CHECK("tokens"."purpose" in ('confirm_email', 'reset_password', 'second_factor'))
);
--> statement-breakpoint
CREATE INDEX `tokens_person` ON `tokens` (`person_id`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`note` text NOT NULL,
	`files` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`decision` text,
	`reason` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "verifications_decision" CHECK("verifications"."decision" in ('verified', 'refused'))
);
--> statement-breakpoint
CREATE INDEX `verifications_organisation` ON `verifications` (`organisation_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `verifications_asker` ON `verifications` (`asked_by`);--> statement-breakpoint
CREATE INDEX `verifications_decider` ON `verifications` (`decided_by`);--> statement-breakpoint
CREATE INDEX `verifications_queue` ON `verifications` (`decided_at`,`asked_at`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	`organisation_id` text,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`detail` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entries_id` ON `audit_entries` (`id`);--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject_kind`,`subject_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `audit_entries_person` ON `audit_entries` (`person_id`,`sequence`);--> statement-breakpoint
CREATE TABLE `request_moves` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`verb` text NOT NULL,
	`from_state` text NOT NULL,
	`to_state` text NOT NULL,
	`person_id` text,
	`organisation_id` text,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "request_moves_verb_known" CHECK("request_moves"."verb" in ('ask', 'answer', 'accept', 'decline', 'withdraw', 'lapse')),
	CONSTRAINT "request_moves_from_known" CHECK("request_moves"."from_state" in ('sent', 'asked', 'accepted', 'declined', 'withdrawn', 'lapsed')),
	CONSTRAINT "request_moves_to_known" CHECK("request_moves"."to_state" in ('sent', 'asked', 'accepted', 'declined', 'withdrawn', 'lapsed'))
);
--> statement-breakpoint
CREATE INDEX `request_moves_request` ON `request_moves` (`request_id`,`at`);--> statement-breakpoint
CREATE INDEX `request_moves_person` ON `request_moves` (`person_id`);--> statement-breakpoint
CREATE INDEX `request_moves_organisation` ON `request_moves` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `requests` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`listing_id` text NOT NULL,
	`listing_version` integer NOT NULL,
	`offered_listing_id` text,
	`from_organisation_id` text NOT NULL,
	`to_organisation_id` text NOT NULL,
	`created_by` text NOT NULL,
	`state` text NOT NULL,
	`process_version` integer NOT NULL,
	`version` integer NOT NULL,
	`title_vi` text NOT NULL,
	`title_en` text NOT NULL,
	`receiver_hidden` integer NOT NULL,
	`proposal` text NOT NULL,
	`right_wanted` text NOT NULL,
	`exclusivity_wanted` text NOT NULL,
	`volume` text NOT NULL,
	`timing` text NOT NULL,
	`message` text NOT NULL,
	`decline_reason` text,
	`form_key` text NOT NULL,
	`state_since` integer NOT NULL,
	`deadline_at` integer,
	`reminders` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offered_listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "requests_kind_known" CHECK("requests"."kind" in ('transfer', 'answer')),
	CONSTRAINT "requests_state_known" CHECK("requests"."state" in ('sent', 'asked', 'accepted', 'declined', 'withdrawn', 'lapsed')),
	CONSTRAINT "requests_right_known" CHECK("requests"."right_wanted" in ('ownership', 'use', 'undecided')),
	CONSTRAINT "requests_exclusivity_known" CHECK("requests"."exclusivity_wanted" in ('exclusive', 'sole', 'non_exclusive', 'undecided')),
	CONSTRAINT "requests_decline_known" CHECK("requests"."decline_reason" in ('price_budget', 'readiness', 'rights_scope', 'capacity', 'timing', 'strategic_fit', 'information_missing', 'already_committed'))
);
--> statement-breakpoint
CREATE INDEX `requests_listing` ON `requests` (`listing_id`);--> statement-breakpoint
CREATE INDEX `requests_offered` ON `requests` (`offered_listing_id`);--> statement-breakpoint
CREATE INDEX `requests_from` ON `requests` (`from_organisation_id`,`updated_at`);--> statement-breakpoint
CREATE INDEX `requests_to` ON `requests` (`to_organisation_id`,`updated_at`);--> statement-breakpoint
CREATE INDEX `requests_creator` ON `requests` (`created_by`);--> statement-breakpoint
CREATE INDEX `requests_deadline` ON `requests` (`state`,`deadline_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `requests_form` ON `requests` (`created_by`,`form_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `requests_open` ON `requests` (`listing_id`,`from_organisation_id`) WHERE "state" in ('sent', 'asked');--> statement-breakpoint
CREATE TABLE `import_rows` (
	`import_id` text NOT NULL,
	`number` integer NOT NULL,
	`external_id` text NOT NULL,
	`title` text NOT NULL,
	`planned` text NOT NULL,
	`outcome` text,
	`field` text,
	`code` text,
	`values` text,
	`notes` text NOT NULL,
	`listing_id` text,
	`cells` text,
	PRIMARY KEY(`import_id`, `number`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "import_rows_planned" CHECK("import_rows"."planned" in ('created', 'updated', 'unchanged', 'refused')),
	CONSTRAINT "import_rows_outcome_known" CHECK("import_rows"."outcome" in ('created', 'updated', 'unchanged', 'refused'))
);
--> statement-breakpoint
CREATE INDEX `import_rows_outcome` ON `import_rows` (`import_id`,`outcome`,`number`);--> statement-breakpoint
CREATE INDEX `import_rows_listing` ON `import_rows` (`listing_id`);--> statement-breakpoint
CREATE TABLE `imported_contents` (
	`listing_id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`created_by` text,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`file_name` text NOT NULL,
	`format` text NOT NULL,
	`bytes` integer NOT NULL,
	`columns` text NOT NULL,
	`samples` text NOT NULL,
	`mapping` text NOT NULL,
	`language` text NOT NULL,
	`source` text NOT NULL,
	`licence` text NOT NULL,
	`landing` text NOT NULL,
	`declared_at` integer,
	`fault` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "imports_state" CHECK("imports"."state" in ('mapping', 'checking', 'checked', 'carrying', 'done', 'failed')),
	CONSTRAINT "imports_kind" CHECK("imports"."kind" in ('technology', 'need'))
);
--> statement-breakpoint
CREATE INDEX `imports_organisation` ON `imports` (`organisation_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `imports_creator` ON `imports` (`created_by`);--> statement-breakpoint
CREATE TABLE `bulk_reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`reviewer_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`import_id` text,
	`owner_id` text,
	`listing_ids` text NOT NULL,
	`advantages` integer NOT NULL,
	`clarity` integer NOT NULL,
	`cooperation` integer NOT NULL,
	`guidelines` integer NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`total` integer NOT NULL,
	`decided` integer NOT NULL,
	`refused` text NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`reviewer_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bulk_reviews_reviewer` ON `bulk_reviews` (`reviewer_id`);--> statement-breakpoint
CREATE INDEX `bulk_reviews_organisation` ON `bulk_reviews` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `bulk_reviews_created` ON `bulk_reviews` (`created_at`);--> statement-breakpoint
CREATE TABLE `listing_versions` (
	`listing_id` text NOT NULL,
	`number` integer NOT NULL,
	`document` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`listing_id`, `number`),
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `listing_versions_creator` ON `listing_versions` (`created_by`);--> statement-breakpoint
CREATE TABLE `listings` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`organisation_id` text NOT NULL,
	`created_by` text,
	`state` text NOT NULL,
	`process_version` integer NOT NULL,
	`version` integer NOT NULL,
	`document` text NOT NULL,
	`title` text NOT NULL,
	`source_language` text NOT NULL,
	`published_version` integer,
	`published_at` integer,
	`valid_until` integer,
	`submitted_at` integer,
	`reviewed_version` integer,
	`reviewer_id` text,
	`external_id` text,
	`import_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewer_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "listings_kind_known" CHECK("listings"."kind" in ('technology', 'need')),
	CONSTRAINT "listings_state_known" CHECK("listings"."state" in ('draft', 'proposed', 'submitted', 'in_review', 'needs_changes', 'published', 'reserved', 'suspended', 'expired', 'closed', 'rejected', 'withdrawn'))
);
--> statement-breakpoint
CREATE INDEX `listings_organisation` ON `listings` (`organisation_id`,`kind`,`updated_at`);--> statement-breakpoint
CREATE INDEX `listings_state` ON `listings` (`state`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `listings_creator` ON `listings` (`created_by`);--> statement-breakpoint
CREATE INDEX `listings_reviewer` ON `listings` (`reviewer_id`);--> statement-breakpoint
CREATE INDEX `listings_import` ON `listings` (`import_id`);--> statement-breakpoint
CREATE INDEX `listings_validity` ON `listings` (`state`,`valid_until`);--> statement-breakpoint
CREATE UNIQUE INDEX `listings_external` ON `listings` (`organisation_id`,`kind`,`external_id`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`listing_id` text NOT NULL,
	`version` integer NOT NULL,
	`reviewer_id` text,
	`advantages` integer NOT NULL,
	`clarity` integer NOT NULL,
	`cooperation` integer NOT NULL,
	`guidelines` integer NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reviewer_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reviews_decision" CHECK("reviews"."decision" in ('publish', 'ask_changes', 'reject'))
);
--> statement-breakpoint
CREATE INDEX `reviews_listing` ON `reviews` (`listing_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `reviews_reviewer` ON `reviews` (`reviewer_id`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`text` text NOT NULL,
	`form_key` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `messages_subject` ON `messages` (`subject_kind`,`subject_id`,`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_person` ON `messages` (`person_id`,`form_key`);--> statement-breakpoint
CREATE INDEX `messages_organisation` ON `messages` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text,
	`kind` text NOT NULL,
	`values` text NOT NULL,
	`path` text NOT NULL,
	`news_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notifications_person` ON `notifications` (`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `notifications_unread` ON `notifications` (`person_id`,`read_at`);--> statement-breakpoint
CREATE INDEX `notifications_organisation` ON `notifications` (`organisation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_news` ON `notifications` (`person_id`,`news_key`);--> statement-breakpoint
CREATE TABLE `read_marks` (
	`person_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`read_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `subject_kind`, `subject_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `bulk_review_items` (
	`bulk_review_id` text NOT NULL,
	`listing_id` text NOT NULL,
	`version` integer NOT NULL,
	`outcome` text,
	`code` text,
	PRIMARY KEY(`bulk_review_id`, `listing_id`),
	FOREIGN KEY (`bulk_review_id`) REFERENCES `bulk_reviews`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "bulk_review_items_outcome_known" CHECK("bulk_review_items"."outcome" in ('decided', 'refused'))
);
--> statement-breakpoint
CREATE INDEX `bulk_review_items_listing` ON `bulk_review_items` (`listing_id`);--> statement-breakpoint
CREATE INDEX `bulk_review_items_outcome` ON `bulk_review_items` (`bulk_review_id`,`outcome`);--> statement-breakpoint
CREATE TABLE `consents` (
	`listing_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`terms` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`asked_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	PRIMARY KEY(`listing_id`, `organisation_id`),
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "consents_state" CHECK("consents"."state" in ('asked', 'given', 'refused'))
);
--> statement-breakpoint
CREATE INDEX `consents_organisation` ON `consents` (`organisation_id`,`state`);--> statement-breakpoint
CREATE INDEX `consents_decider` ON `consents` (`decided_by`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text
);
--> statement-breakpoint
CREATE INDEX `files_created` ON `files` (`created_at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`topic` text NOT NULL,
	`subject_id` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`available_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`done_at` integer,
	`failed_at` integer,
	`last_error` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`done_at`,`failed_at`,`available_at`,`sequence`);--> statement-breakpoint
CREATE TABLE `schedules` (
	`name` text PRIMARY KEY NOT NULL,
	`last_run_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`attempts` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `mails_recipient` ON `mails` (`recipient`,`created_at`);--> statement-breakpoint
CREATE INDEX `mails_created` ON `mails` (`created_at`);--> statement-breakpoint
CREATE TABLE `held_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`path` text NOT NULL,
	`typed` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `held_forms_created` ON `held_forms` (`created_at`);--> statement-breakpoint
CREATE TRIGGER `audit_entries_no_update` BEFORE UPDATE ON `audit_entries` BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_no_delete` BEFORE DELETE ON `audit_entries` BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `listing_versions_no_update` BEFORE UPDATE ON `listing_versions` BEGIN SELECT RAISE(ABORT, 'versions are kept as they were'); END;

ALTER TABLE `valuation_mandates` ADD `title_vi` text NOT NULL DEFAULT '';--> statement-breakpoint
ALTER TABLE `valuation_mandates` ADD `title_en` text NOT NULL DEFAULT '';--> statement-breakpoint
UPDATE `valuation_mandates` SET
	`title_vi` = (SELECT `title` FROM `listings` WHERE `listings`.`id` = `valuation_mandates`.`technology_id`),
	`title_en` = (SELECT `title` FROM `listings` WHERE `listings`.`id` = `valuation_mandates`.`technology_id`);

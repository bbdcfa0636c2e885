CREATE TABLE `card_marks` (
	`owner` text NOT NULL,
	`question_id` text NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`owner`, `question_id`)
);

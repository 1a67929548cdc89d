-- More of what is known of agreements, measures and tallies. What is said of areas themselves (rounds, build progress,
-- profiles, withdrawals) goes to `fact`.

ALTER TABLE agreement ADD COLUMN effective_from TEXT;
ALTER TABLE agreement ADD COLUMN conditions TEXT;
ALTER TABLE agreement ADD COLUMN link TEXT CHECK (link IS NULL OR link LIKE 'https://%');

ALTER TABLE measure ADD COLUMN until TEXT;
ALTER TABLE measure ADD COLUMN audience INTEGER CHECK (audience IS NULL OR audience > 0);
ALTER TABLE measure ADD COLUMN audience_of TEXT CHECK ((audience_of IS NULL) = (audience IS NULL));
ALTER TABLE measure ADD COLUMN link TEXT CHECK (link IS NULL OR link LIKE 'https://%');

-- When the areas with enough contracts are to be built, where the source says so.
ALTER TABLE tally ADD COLUMN build_planned TEXT;

-- To which strand of the rollout an event belongs, where that is not contracts.
ALTER TABLE event ADD COLUMN strand TEXT;

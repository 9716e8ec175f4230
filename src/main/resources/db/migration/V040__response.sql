-- Unfinished answers, encrypted with a key that only the link holds, under a name that only the
-- link gives. Destroyed at submission and at closing.
create table draft (
  draft_key varchar(64) primary key,
  campaign_id uuid not null,
  sealed text not null
);

create index draft_campaign on draft (campaign_id);

-- What was sent, encrypted with the campaign's key, which is not in the database; all of one length.
-- Opened together at closing, when the key is destroyed.
create table sealed_ballot (
  id uuid primary key,
  campaign_id uuid not null,
  sealed bytea not null
);

create index sealed_ballot_campaign on sealed_ballot (campaign_id);

-- What was answered in closed campaigns: no person, no link, no time, in random order.
create table ballot (
  id uuid primary key,
  campaign_id uuid not null,
  team_key varchar(300) not null,
  answers text not null,
  long_string boolean not null,
  no_variation boolean not null,
  pairs_clash boolean not null
);

create index ballot_campaign on ballot (campaign_id);

-- Own words, apart from all other answers and without the team, names taken out of them. What a
-- reviewer let through is what others may read.
create table remark (
  id uuid primary key,
  campaign_id uuid not null,
  item varchar(40) not null,
  words text not null,
  reviewers_only boolean not null,
  state varchar(16) not null,
  let_through text
);

create index remark_campaign on remark (campaign_id);

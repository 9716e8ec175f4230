-- Unfinished answers, encrypted with a key that only the link holds, under a name that only the
-- link gives. Destroyed at submission and at closing.
create table draft (
  draft_key varchar(64) primary key,
  campaign_id uuid not null,
  sealed text not null
);

create index draft_campaign on draft (campaign_id);

-- What was answered: no person, no link, no time. At closing all ballots of a campaign are written
-- anew in random order under new ids.
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

-- Own words, apart from all other answers and without the team.
create table remark (
  id uuid primary key,
  campaign_id uuid not null,
  item varchar(40) not null,
  words text not null
);

create index remark_campaign on remark (campaign_id);

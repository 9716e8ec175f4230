create table campaign (
  id uuid primary key,
  survey_key varchar(40) not null,
  survey_edition varchar(40) not null,
  survey_digest varchar(64) not null,
  title varchar(200) not null,
  asked_by varchar(200) not null,
  platform_name varchar(200) not null,
  asked_since date not null,
  opens_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  minimum_group integer not null check (minimum_group >= 4),
  created_at timestamp with time zone not null,
  minutes integer not null,
  remind_at timestamp with time zone,
  reminded_at timestamp with time zone,
  told_path varchar(400),
  sample_share double precision,
  sample_people integer,
  left_out integer not null,
  channel varchar(520)
);

create index campaign_opens on campaign (opens_at);

create table campaign_team (
  id uuid primary key,
  campaign_id uuid not null references campaign (id),
  team_key varchar(300) not null,
  team_name varchar(300) not null,
  invited integer,
  answered integer,
  -- How many answers were told of last, which may be fewer than there are.
  told integer not null,
  unique (campaign_id, team_key)
);

-- Who was asked, in which team, and whether an answer came; never when, and never what. Which part
-- of a bank of items somebody was asked is masked with the campaign's key.
create table invitation (
  id uuid primary key,
  campaign_id uuid not null references campaign (id),
  person_id uuid not null,
  team_key varchar(300) not null,
  token_hash varchar(64) not null unique,
  submitted boolean not null,
  masked_place integer not null,
  unique (campaign_id, person_id)
);

create index invitation_team on invitation (campaign_id, team_key);
create index invitation_person on invitation (person_id);

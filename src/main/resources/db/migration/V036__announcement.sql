-- What is done about a campaign's results, for everybody who has the link. Edited until published.
create table announcement (
  id uuid primary key,
  campaign_id uuid not null unique references campaign (id),
  link varchar(40) not null unique,
  published_at timestamp with time zone
);

create table announcement_entry (
  id uuid primary key,
  announcement_id uuid not null references announcement (id),
  place integer not null,
  said varchar(600) not null,
  course varchar(16) not null,
  because varchar(1000) not null,
  due varchar(100) not null
);

create index announcement_entry_of on announcement_entry (announcement_id);

create table announcement_correction (
  id uuid primary key,
  announcement_id uuid not null references announcement (id),
  words varchar(1000) not null,
  written_at timestamp with time zone not null
);

create index announcement_correction_of on announcement_correction (announcement_id);

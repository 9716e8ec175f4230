create table reading (
  id uuid primary key,
  campaign_id varchar(36),
  edition varchar(20) not null,
  retake_of varchar(36),
  from_at timestamp with time zone not null,
  to_at timestamp with time zone not null,
  requested_by varchar(100) not null,
  requested_at timestamp with time zone not null,
  state varchar(20) not null,
  doing varchar(200) not null,
  progress integer not null,
  in_front boolean not null,
  claimed_at timestamp with time zone,
  taken_at timestamp with time zone,
  digest varchar(64),
  inputs text,
  failure varchar(1000)
);

create index reading_state on reading (state, to_at);

create table harvest (
  reading_id uuid primary key references reading (id),
  findings text not null
);

create table lesson (
  id uuid primary key,
  initiative_key varchar(100) not null,
  accepted_at timestamp with time zone not null,
  finding varchar(16) not null,
  relief double precision not null,
  standard_error double precision,
  learned_at timestamp with time zone not null
);

-- Who stood behind scores that were shown, each set of people once; never shown.
create table published_roster (
  id uuid primary key,
  digest varchar(64) not null,
  people text not null,
  published_at timestamp with time zone not null
);

create index published_roster_digest on published_roster (digest);

-- How often anything was published: whoever publishes must have seen all that was published before.
create table publication (
  id integer primary key,
  number bigint not null
);

insert into publication (id, number) values (1, 0);

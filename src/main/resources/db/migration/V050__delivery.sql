-- A deployment, an incident, a ticket or a change: what all versions of its event together state, as
-- JSON. What is searched for has a column of its own: the key of the service or the repository, the
-- time at which it is counted, and what it refers to: what a deployment mends, which deployment caused
-- an incident, the commit of a change.
create table event (
  id uuid primary key,
  source varchar(50) not null,
  kind varchar(20) not null,
  event_id varchar(700) not null,
  scope varchar(300) not null,
  at timestamp with time zone not null,
  facts text not null,
  versions integer not null,
  received_at timestamp with time zone not null,
  delivery uuid not null,
  link varchar(700)
);

create index event_scope on event (kind, scope, at);
create index event_time on event (kind, at);
create index event_event on event (event_id);
create index event_link on event (link);

-- Each differing version of an event that has more than one, so that its row can be made anew from
-- all of them in one order, whatever the order in which they came.
create table event_version (
  id uuid primary key,
  event uuid not null,
  facts text not null,
  received_at timestamp with time zone not null,
  delivery uuid not null
);

create index event_version_event on event_version (event);

-- Kept as it is, because a signature can be checked with nothing less.
create table source_secret (
  source varchar(50) primary key,
  secret varchar(300) not null,
  set_at timestamp with time zone not null,
  set_by varchar(300) not null
);

-- One row a request: what was sent, packed and without people, what became of it, and whether it
-- still waits to be folded into events. What is not kept has no body.
create table delivery (
  id uuid primary key,
  source varchar(50) not null,
  received_at timestamp with time zone not null,
  what varchar(300) not null,
  headers varchar(4000) not null,
  body bytea,
  state varchar(10) not null,
  accepted integer not null,
  duplicates integer not null,
  ignored integer not null,
  problems integer not null,
  words varchar(2000) not null
);

create index delivery_source on delivery (source, received_at);
create index delivery_state on delivery (state, received_at);

-- What an administrator says of how a source is read.
create table source_setting (
  source varchar(50) not null,
  name varchar(100) not null,
  said varchar(4000) not null,
  primary key (source, name)
);

-- A past that is brought in: a file that somebody sends, or what is fetched from a tool. Done and
-- total are lines, pages or whatever the kind counts; the cursor says where to go on.
create table backfill (
  id uuid primary key,
  kind varchar(20) not null,
  source varchar(50) not null,
  what varchar(300) not null,
  settings text not null,
  next_from text not null,
  state varchar(20) not null,
  done bigint not null,
  total bigint not null,
  accepted bigint not null,
  duplicates bigint not null,
  problems bigint not null,
  words text not null,
  failure varchar(2000) not null,
  asked_by varchar(300) not null,
  asked_at timestamp with time zone not null,
  changed_at timestamp with time zone not null
);

create index backfill_state on backfill (state, asked_at);
create index backfill_asked on backfill (asked_at);

-- One row that whoever folds deliveries into events holds until the transaction ends.
create table inbox (
  id integer primary key
);

insert into inbox (id) values (1);

-- How far the kept deliveries of a source were read again by newer rules, and what they then stated.
create table rereading (
  source varchar(50) primary key,
  state varchar(20) not null,
  after_at timestamp with time zone not null,
  after_id uuid not null,
  done bigint not null,
  total bigint not null,
  added bigint not null,
  withdrawn bigint not null,
  asked_at timestamp with time zone not null,
  changed_at timestamp with time zone not null
);

create table restated (
  source varchar(50) not null,
  version uuid not null,
  primary key (source, version)
);

-- The token with which a forge is asked for a past, closed with a key that lies outside of the
-- database. It goes when the past is read.
create table pull_token (
  backfill uuid primary key,
  closed bytea not null
);

-- Each differing version of an event, so that the row of its subject can be made anew from all of
-- them in one order, whatever the order in which they came.
create table delivery_version (
  id uuid primary key,
  source varchar(50) not null,
  kind varchar(20) not null,
  event_id varchar(700) not null,
  subject_id uuid not null,
  facts text not null,
  received_at timestamp with time zone not null,
  raw text,
  raw_until timestamp with time zone
);

create index delivery_version_subject on delivery_version (subject_id);
create index delivery_version_raw on delivery_version (raw_until);

create table deployment (
  id uuid primary key,
  source varchar(50) not null,
  event_id varchar(700) not null,
  service varchar(300) not null,
  repository varchar(300),
  revision varchar(300),
  environment varchar(300),
  production boolean not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  outcome varchar(20),
  purpose varchar(20) not null,
  set_off_by varchar(20),
  ticket varchar(300),
  manual_steps integer,
  remediates varchar(300),
  received_at timestamp with time zone not null
);

create unique index deployment_event on deployment (source, event_id);
create index deployment_service on deployment (service, finished_at);
create index deployment_time on deployment (finished_at);

create table deployment_commit (
  id uuid primary key,
  deployment_id uuid not null,
  commit_id varchar(300) not null,
  committed_at timestamp with time zone,
  reverts varchar(300)
);

create index deployment_commit_deployment on deployment_commit (deployment_id);

create table incident (
  id uuid primary key,
  source varchar(50) not null,
  event_id varchar(700) not null,
  service varchar(300) not null,
  started_at timestamp with time zone not null,
  resolved_at timestamp with time zone,
  cause varchar(20) not null,
  caused_by varchar(300),
  responders text not null,
  received_at timestamp with time zone not null
);

create unique index incident_event on incident (source, event_id);
create index incident_service on incident (service, started_at);
create index incident_time on incident (started_at);

create table ticket (
  id uuid primary key,
  source varchar(50) not null,
  event_id varchar(700) not null,
  from_team varchar(300),
  to_team varchar(300),
  purpose varchar(20) not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  received_at timestamp with time zone not null
);

create unique index ticket_event on ticket (source, event_id);
create index ticket_time on ticket (opened_at);

-- A commit that arrived on the default branch of a repository.
create table change_arrival (
  id uuid primary key,
  source varchar(50) not null,
  event_id varchar(700) not null,
  repository varchar(300) not null,
  sha varchar(300) not null,
  landed_as varchar(300) not null,
  merged_at timestamp with time zone not null,
  reverts varchar(300),
  received_at timestamp with time zone not null
);

create unique index change_arrival_event on change_arrival (source, event_id);
create index change_arrival_repository on change_arrival (repository, merged_at);
create index change_arrival_time on change_arrival (merged_at);

-- Kept as it is, because a signature can be checked with nothing less.
create table source_secret (
  source varchar(50) primary key,
  secret varchar(300) not null,
  set_at timestamp with time zone not null,
  set_by varchar(300) not null
);

-- What became of each delivery, for the page of its source.
create table delivery_receipt (
  id uuid primary key,
  source varchar(50) not null,
  received_at timestamp with time zone not null,
  what varchar(300) not null,
  accepted integer not null,
  duplicates integer not null,
  ignored integer not null,
  problems integer not null,
  words varchar(2000) not null
);

create index delivery_receipt_source on delivery_receipt (source, received_at);

create table decision (
  id uuid primary key,
  initiative_key varchar(100) not null unique,
  reading_id uuid not null,
  state varchar(16) not null,
  reason varchar(2000),
  owner_name varchar(200),
  quarter varchar(7),
  place integer,
  accepted text,
  accepted_from varchar(36),
  accepted_at timestamp with time zone,
  changed text,
  version integer not null
);

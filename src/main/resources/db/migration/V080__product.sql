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
  metric varchar(300),
  smallest_effect double precision,
  check_on date,
  in_use integer,
  changed text,
  version integer not null
);

create table conclusion (
  id uuid primary key,
  initiative_key varchar(100) not null,
  reading_id uuid not null,
  accepted_at timestamp with time zone not null,
  due_on date not null,
  finding varchar(16) not null,
  estimate double precision,
  low double precision,
  high double precision,
  p double precision,
  course varchar(16) not null,
  decided_by varchar(200) not null,
  decided_on date not null,
  note varchar(2000),
  check_on date,
  recorded_at timestamp with time zone not null
);

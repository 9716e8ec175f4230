create table team (
  id uuid primary key,
  team_key varchar(300) not null unique,
  name varchar(300) not null,
  kind varchar(100),
  email varchar(300),
  parent_key varchar(300),
  zone varchar(100),
  source varchar(100) not null,
  retired_at timestamp with time zone
);

create table person (
  id uuid primary key,
  person_key varchar(300) not null unique,
  name varchar(300) not null,
  email varchar(300),
  source varchar(100) not null,
  retired_at timestamp with time zone
);

create index person_email on person (email);

create table service (
  id uuid primary key,
  service_key varchar(300) not null unique,
  name varchar(300) not null,
  kind varchar(100),
  lifecycle varchar(100),
  system_key varchar(300),
  location varchar(2000),
  -- What a developer portal says besides.
  in_portal boolean default false not null,
  docs boolean default false not null,
  apis integer default 0 not null,
  template_key varchar(300),
  template_at timestamp with time zone,
  -- What people say of a service here holds whatever a catalog says later.
  said_name varchar(300),
  same_as varchar(300),
  left_out boolean not null default false,
  source varchar(100) not null,
  retired_at timestamp with time zone
);

create table portal_template (
  id uuid primary key,
  template_key varchar(300) not null unique,
  name varchar(300) not null,
  first_at timestamp with time zone not null,
  source varchar(100) not null,
  retired_at timestamp with time zone
);

-- Which part of a repository is a service, where people say it here.
create table service_path (
  id uuid primary key,
  service_id uuid not null references service (id),
  repository varchar(300) not null,
  prefix varchar(300) not null
);

create index service_path_service on service_path (service_id);

create table service_alias (
  alias varchar(300) primary key,
  service_id uuid not null references service (id)
);

create table membership (
  id uuid primary key,
  person_id uuid not null references person (id),
  team_id uuid not null references team (id),
  from_at timestamp with time zone not null,
  until_at timestamp with time zone,
  source varchar(100) not null,
  stated_by_person boolean not null,
  stated_by_team boolean not null
);

create index membership_team on membership (team_id, from_at);
create index membership_person on membership (person_id, from_at);

create table ownership (
  id uuid primary key,
  service_id uuid not null references service (id),
  team_id uuid not null references team (id),
  from_at timestamp with time zone not null,
  until_at timestamp with time zone,
  source varchar(100) not null
);

create index ownership_service on ownership (service_id, from_at);
create index ownership_team on ownership (team_id, from_at);

create table catalog_import (
  id uuid primary key,
  taken_at timestamp with time zone not null,
  source varchar(100) not null,
  complete boolean not null,
  added integer not null,
  updated integer not null,
  unchanged integer not null,
  retired integer not null,
  problems integer not null
);

-- Whoever changes the catalog takes this row first, so that two imports cannot cross.
create table catalog_turn (
  id integer primary key
);

insert into catalog_turn (id) values (1);

-- Whoever was erased and must not come back by an import: salted hashes of key and mail address.
create table erasure (
  mark varchar(64) primary key,
  person_id uuid not null,
  of_key boolean not null
);

create index erasure_person on erasure (person_id);

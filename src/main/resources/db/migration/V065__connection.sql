-- A live system that is looked at again and again, and how far that is. Who is at it says worker,
-- until a time of the machine; the name is of one visit, so that a slow one can't write after all.
create table connection (
  id uuid primary key,
  kind varchar(20) not null,
  name varchar(60) not null,
  address varchar(500) not null,
  settings text not null,
  state varchar(20) not null,
  doing varchar(500) not null,
  done bigint not null,
  total bigint not null,
  memory text not null,
  asked boolean not null,
  failures integer not null,
  failure varchar(2000) not null,
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  next_at timestamp with time zone not null,
  worker varchar(40) not null,
  worker_until timestamp with time zone not null,
  made_by varchar(300) not null,
  made_at timestamp with time zone not null,
  unique (kind, name)
);

-- What a system is asked with, closed with a key that lies outside of the database. It goes with
-- its connection.
create table connection_credential (
  connection uuid primary key,
  closed bytea not null
);

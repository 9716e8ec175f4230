create table fingerprint (
  id uuid primary key,
  service_key varchar(300) not null,
  taken_on date not null,
  features text not null,
  -- All that was read and where, packed; null where only the features were told.
  profile bytea,
  unique (service_key, taken_on)
);

-- Files as others wrote them, without secrets and people. The id follows from service, origin and path.
create table workload_file (
  id uuid primary key,
  -- "" for what is around the services of a cluster.
  service_key varchar(300) not null,
  origin varchar(200) not null,
  path varchar(1000) not null,
  digest varchar(64) not null,
  content bytea not null,
  first_seen_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  gone_at timestamp with time zone
);

create index workload_file_service on workload_file (service_key, origin);
create index workload_file_origin on workload_file (origin);
create index workload_file_gone on workload_file (gone_at);

-- Whether what is known of a service was read of the files that it has now, by the rules that hold now.
create table workload_state (
  service_key varchar(300) primary key,
  revision bigint not null,
  read_revision bigint not null,
  edition integer not null,
  changed_at timestamp with time zone not null,
  read_at timestamp with time zone
);

-- Which objects of clusters people said to belong to which service; "" for any.
create table workload_assignment (
  id uuid primary key,
  namespace varchar(300) not null,
  name varchar(300) not null,
  label varchar(700) not null,
  service_key varchar(300) not null,
  said_by varchar(300) not null,
  said_at timestamp with time zone not null
);

-- Repositories on this machine whose files are read.
create table workload_repository (
  name varchar(500) primary key,
  branch varchar(300) not null,
  -- "" where the catalog says which folders are which services.
  service_key varchar(300) not null,
  asked_by varchar(300) not null,
  asked_at timestamp with time zone not null,
  commit_id varchar(64) not null,
  read_at timestamp with time zone,
  words text not null
);

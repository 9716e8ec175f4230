create table account (
  id uuid primary key,
  name varchar(100) not null unique,
  displayname varchar(200) not null,
  passwordhash varchar(400) not null,
  roles varchar(200) not null,
  createdat timestamp with time zone not null,
  disabledat timestamp with time zone,
  failures integer not null,
  lockeduntil timestamp with time zone
);

create table accesstoken (
  id uuid primary key,
  tokenhash varchar(64) not null unique,
  account_id uuid not null references account (id),
  label varchar(200) not null,
  browser boolean not null,
  roles varchar(200) not null,
  createdat timestamp with time zone not null,
  expiresat timestamp with time zone not null
);

create index accesstoken_account on accesstoken (account_id);

-- Who did what and who looked at what. Each row's hash covers the row and the hash before it.
create table audit (
  entry_number bigint primary key,
  happenedat timestamp with time zone not null,
  account varchar(100) not null,
  token varchar(200) not null,
  action varchar(100) not null,
  target varchar(400) not null,
  hash varchar(64) not null
);

create index audit_account on audit (account, happenedat);

-- Where the record begins and ends. Whoever adds to it takes this row first.
create table audit_head (
  id integer primary key,
  last_number bigint not null,
  last_hash varchar(64) not null,
  first_number bigint not null,
  hash_before varchar(64) not null
);

insert into audit_head (id, last_number, last_hash, first_number, hash_before)
values (1, 0, 'the beginning', 1, 'the beginning');

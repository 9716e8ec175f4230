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

create table audit (
  id uuid primary key,
  happenedat timestamp with time zone not null,
  account varchar(100) not null,
  action varchar(100) not null,
  target varchar(400) not null
);

create index audit_time on audit (happenedat);

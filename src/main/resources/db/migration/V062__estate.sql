-- Whoever writes down what a live system holds takes this row first, so that two looks cannot cross.
create table estate_turn (
  id integer primary key
);

insert into estate_turn (id) values (1);

-- What live systems hold of the platform: kinds that can be claimed, what was claimed, what was made
-- of it, applications. An object that is deleted and made again under its name is another one.
create table estate_object (
  id uuid primary key,
  origin varchar(200) not null,
  part varchar(20) not null,
  kind varchar(400) not null,
  namespace varchar(300) not null,
  name varchar(300) not null,
  uid varchar(100) not null,
  created_at timestamp with time zone,
  first_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  gone_at timestamp with time zone,
  facts text not null,
  unique (origin, kind, namespace, name, uid)
);

create index estate_object_part on estate_object (part, created_at);

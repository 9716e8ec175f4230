-- Editions that are written in the service. A published one never changes.
create table manuscript (
  name varchar(100) primary key,
  survey_key varchar(40) not null,
  survey_edition varchar(40) not null,
  words text not null,
  digest varchar(64) not null,
  published boolean not null,
  revision integer not null,
  changed_by varchar(300) not null,
  changed_at timestamp with time zone not null
);

-- Editions that were asked, of files too, with the digest that they had then.
create table asked_survey (
  name varchar(100) primary key,
  digest varchar(64) not null
);

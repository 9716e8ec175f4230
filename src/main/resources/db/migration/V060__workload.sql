create table fingerprint (
  id uuid primary key,
  service_key varchar(300) not null,
  taken_on date not null,
  features text not null,
  unique (service_key, taken_on)
);

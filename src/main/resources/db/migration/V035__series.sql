-- Campaigns that are repeated, as they were set up, and the wave that comes next.
create table series (
  id uuid primary key,
  plan text not null,
  first_day date not null,
  next_number integer not null,
  next_at timestamp with time zone,
  paused boolean not null,
  problem varchar(400),
  created_at timestamp with time zone not null
);

create table series_wave (
  id uuid primary key,
  series_id uuid not null references series (id),
  wave_number integer not null,
  campaign_id uuid not null references campaign (id),
  unique (series_id, wave_number)
);

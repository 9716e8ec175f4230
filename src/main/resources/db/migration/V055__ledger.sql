-- What was judged of one service in one week by the calendar of UTC, which starts on a Monday. It can
-- always be made anew from the events. What figures need stands in content, the names of single
-- records in names, what judging the weeks after it needs in brought. Reach is the latest moment of
-- anything that it rests on.
create table folio (
  service varchar(300) not null,
  week date not null,
  edition varchar(100) not null,
  first_at timestamp with time zone,
  last_at timestamp with time zone,
  told integer not null,
  reach timestamp with time zone not null,
  content bytea not null,
  names bytea not null,
  brought bytea not null,
  primary key (service, week)
);

create index folio_week on folio (week);
create index folio_edition on folio (edition);
create index folio_reach on folio (reach);

-- Which services may be judged otherwise when something arrives in a repository, or is said of a
-- ticket.
create table folio_watch (
  service varchar(300) not null,
  watched varchar(800) not null,
  primary key (service, watched)
);

create index folio_watch_watched on folio_watch (watched);

-- What was said of events since services were judged last, written in the transaction that said it.
-- Nothing is updated here, so those who write never wait for each other. The names are lines.
create table touch (
  id uuid primary key,
  kind varchar(20) not null,
  scope varchar(300) not null,
  at timestamp with time zone not null,
  names text not null
);

create index touch_scope on touch (kind, scope);

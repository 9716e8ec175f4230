-- Whom a letter is for and what it is about; never what it says, and no link. Cleared when it is over.
create table letter (
  id uuid primary key,
  about_id uuid not null,
  reference_id uuid not null,
  receiver_id uuid not null,
  kind varchar(20) not null,
  state varchar(20) not null,
  from_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  attempts integer not null,
  claimed_at timestamp with time zone,
  reason varchar(400),
  unique (reference_id, kind)
);

create index letter_due on letter (state, due_at);
create index letter_about on letter (about_id, kind, state);
create index letter_receiver on letter (receiver_id);

create table opt_out (
  person_id uuid primary key
);

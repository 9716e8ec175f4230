package plimsoll.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * DORA's five figures of one team as one SQL query each over plain tables of events, by our rules
 * as far as SQL can say them: no intervals, no coverage, no Kaplan–Meier.
 */
final class RawSql {
  static final String TABLES =
      """
      create table raw_service (service text primary key, team text not null);
      create table raw_deployment (id text primary key, service text, repository text,
        revision text, started_at timestamptz, finished_at timestamptz, outcome text, kind text,
        remediates text);
      create table raw_change (repository text, sha text, landed_as text, merged_at timestamptz,
        reverts text);
      create table raw_incident (id text primary key, service text, started_at timestamptz,
        resolved_at timestamptz, cause text, caused_by text);
      """;

  static final String INDEXES =
      """
      create index on raw_service (team);
      create index on raw_deployment (service, finished_at);
      create index on raw_deployment (remediates) where remediates is not null;
      create index on raw_change (repository, merged_at);
      create index on raw_change (sha);
      create index on raw_change (reverts) where reverts is not null;
      create index on raw_incident (service, started_at);
      create index on raw_incident (caused_by) where caused_by is not null;
      """;

  /** What reached production of a team, with what follows it on the same service. */
  private static final String PRODUCTION =
      """
      p as (
        select d.*, lead(d.kind) over line as next_kind, lead(d.revision) over line as next_revision,
          lead(d.finished_at) over line as next_at
        from raw_deployment d join raw_service s on s.service = d.service
        where s.team = ? and d.outcome in ('SUCCEEDED', 'ROLLED_BACK')
        window line as (partition by d.service order by d.finished_at, d.id))
      """;

  /** Each change that a deployment brought for the first time. */
  private static final String ARRIVED =
      """
      h as (
        select p.*, c.merged_at as head_at,
          max(c.merged_at) over (partition by p.service order by p.finished_at, p.id
            rows between unbounded preceding and 1 preceding) as reached
        from p left join raw_change c on c.repository = p.repository and c.sha = p.revision),
      a as (
        select h.id, h.service, h.finished_at, h.kind, c.sha, c.merged_at, c.reverts
        from h, lateral (
          select * from raw_change c where c.repository = h.repository
            and c.merged_at > coalesce(h.reached, h.head_at - interval '1 microsecond')
            and c.merged_at <= h.head_at and c.landed_as = c.sha) c
        where h.kind <> 'ROLLBACK')
      """;

  /** Those that failed within the window, and when they were well again. */
  private static final String FAILED =
      """
      v as (
        select b.id, max(r.finished_at) as reverted_at
        from a r join a b on b.sha = r.reverts and b.service = r.service
        where r.id <> b.id and r.finished_at <= b.finished_at + interval '24 hours'
        group by b.id),
      f as (
        select p.id, p.finished_at,
          (select max(i.resolved_at) from raw_incident i
            where i.caused_by = p.id and i.cause in ('CHANGE', 'UNKNOWN')) as named_end,
          exists (select 1 from raw_incident i
            where i.caused_by = p.id and i.cause in ('CHANGE', 'UNKNOWN')) as named,
          (select max(i.resolved_at) from raw_incident i
            where i.service = p.service and i.caused_by is null and i.cause in ('CHANGE', 'UNKNOWN')
              and i.started_at >= p.finished_at
              and i.started_at < coalesce(p.next_at, 'infinity')
              and i.started_at <= p.finished_at + interval '24 hours') as near_end,
          exists (select 1 from raw_incident i
            where i.service = p.service and i.caused_by is null and i.cause in ('CHANGE', 'UNKNOWN')
              and i.started_at >= p.finished_at
              and i.started_at < coalesce(p.next_at, 'infinity')
              and i.started_at <= p.finished_at + interval '24 hours') as near,
          case when p.next_kind = 'ROLLBACK' and p.next_revision <> p.revision then p.next_at end
            as back_at,
          v.reverted_at,
          p.outcome = 'ROLLED_BACK' as taken_back
        from p left join v on v.id = p.id where p.finished_at >= ? and p.finished_at < ?)
      """;

  private static final String FREQUENCY =
      "with "
          + PRODUCTION
          + """
          select count(*) / extract(epoch from cast(? as timestamptz) - cast(? as timestamptz))
            * 86400 from p where finished_at >= ? and finished_at < ?
          """;

  private static final String LEAD_TIME =
      "with "
          + PRODUCTION
          + ", "
          + ARRIVED
          + """
          select percentile_cont(0.5) within group
            (order by extract(epoch from finished_at - merged_at))
          from a where finished_at >= ? and finished_at < ?
          """;

  private static final String FAIL_RATE =
      "with "
          + PRODUCTION
          + ", "
          + ARRIVED
          + ", "
          + FAILED
          + """
          select avg(case when named or near or back_at is not null or reverted_at is not null
            or taken_back then 1.0 else 0.0 end) from f
          """;

  private static final String RECOVERY =
      "with "
          + PRODUCTION
          + ", "
          + ARRIVED
          + ", "
          + FAILED
          + """
          select percentile_cont(0.5) within group (order by extract(epoch from
            coalesce(greatest(named_end, near_end), back_at, reverted_at) - finished_at))
          from f where named or near or back_at is not null or reverted_at is not null or taken_back
          """;

  private static final String REWORK =
      "with "
          + PRODUCTION
          + """
          select avg(case when remediates is null then 0.0 else 1.0 end) from p
          where finished_at >= ? and finished_at < ?
          """;

  private RawSql() {}

  /** In the order of the figures. */
  static List<String> all() {
    return List.of(FREQUENCY, LEAD_TIME, FAIL_RATE, RECOVERY, REWORK);
  }

  /** Null where there is none. */
  static Double value(Connection connection, String sql, String team, Instant from, Instant to)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, team);
      int count = statement.getParameterMetaData().getParameterCount();
      boolean days = count == 5;
      for (int i = 2; i <= count; i++) {
        boolean end = days ? i == 2 || i == 5 : i == 3;
        statement.setObject(i, (end ? to : from).atOffset(ZoneOffset.UTC));
      }
      try (var rows = statement.executeQuery()) {
        rows.next();
        double value = rows.getDouble(1);
        return rows.wasNull() ? null : (Double) value;
      }
    }
  }
}

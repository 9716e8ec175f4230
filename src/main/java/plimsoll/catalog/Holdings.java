package plimsoll.catalog;

import java.util.List;

/** All rows that an import may touch. */
record Holdings(
    List<Team> teams,
    List<Person> people,
    List<Service> services,
    List<Template> templates,
    List<ServiceAlias> aliases,
    List<Membership> memberships,
    List<Ownership> ownerships) {}

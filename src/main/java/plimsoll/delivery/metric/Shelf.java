package plimsoll.delivery.metric;

import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableMap;

/** Where folios stand. */
public interface Shelf {

  /** Of a service, by week; empty where nothing was judged. */
  NavigableMap<LocalDate, Outline> outlines(String service);

  NavigableMap<LocalDate, Brought> brought(String service);

  /** Services of which something may change when something arrives in a repository. */
  Collection<String> watching(String repository);
}

package plimsoll.delivery.metric;

import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableMap;

/** Where folios stand. */
public interface Shelf {

  /** Of a service, by week; empty where nothing was judged. */
  NavigableMap<LocalDate, Outline> outlines(String service);

  NavigableMap<LocalDate, Brought> brought(String service);

  /** Services of which a week has this among what it watches. */
  Collection<String> watching(String what);
}

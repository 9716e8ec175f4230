package plimsoll.delivery.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Folios in memory, as bytes, kept up to date as events come. */
final class Bookcase implements Shelf {
  private static final Instant ALWAYS = Instant.parse("2100-01-01T00:00:00Z");

  private record Book(FolioCodec.Packed packed, Outline outline, Instant reach) {}

  private final Archive archive;
  private final Paths paths;
  private final Map<String, NavigableMap<LocalDate, Book>> books = new TreeMap<>();
  int judged;

  Bookcase(Archive archive, Paths paths) {
    this.archive = archive;
    this.paths = paths;
  }

  void refresh(Collection<Touch> touches) {
    Staleness.of(touches, archive, this).forEach(this::judge);
  }

  private void judge(String service, LocalDate week) {
    var shelf = books.computeIfAbsent(service, key -> new TreeMap<>());
    shelf.tailMap(week, true).clear();
    var known = Map.of(service, brought(service));
    for (var folio : Judging.of(archive, List.of(service), week, known, paths, ALWAYS)) {
      var book = new Book(FolioCodec.pack(folio), Outline.of(folio), folio.reach());
      shelf.put(folio.week(), book);
      judged++;
    }
  }

  List<Folio> folios(boolean names) {
    var all = new ArrayList<Folio>();
    books.forEach(
        (service, weeks) -> weeks.forEach((week, book) -> all.add(folio(service, week, names))));
    return all;
  }

  /** What holds at a data cut, and anew what does not. */
  List<Folio> folios(Instant asOf) {
    var all = new ArrayList<Folio>();
    books.forEach((service, weeks) -> all.addAll(folios(service, asOf)));
    return all;
  }

  private List<Folio> folios(String service, Instant asOf) {
    var all = new ArrayList<Folio>();
    for (var week : books.get(service).entrySet()) {
      if (week.getValue().reach.isAfter(asOf)) {
        var known = Map.of(service, brought(service));
        all.addAll(Judging.of(archive, List.of(service), week.getKey(), known, paths, asOf));
        return all;
      }
      all.add(folio(service, week.getKey(), true));
    }
    return all;
  }

  private Folio folio(String service, LocalDate week, boolean names) {
    var book = books.get(service).get(week);
    return FolioCodec.unpack(
        service,
        week,
        book.packed.content(),
        names ? book.packed.names() : null,
        FolioCodec.unpackBrought(book.packed.brought()),
        book.reach);
  }

  @Override
  public NavigableMap<LocalDate, Outline> outlines(String service) {
    var all = new TreeMap<LocalDate, Outline>();
    books
        .getOrDefault(service, new TreeMap<>())
        .forEach((week, book) -> all.put(week, book.outline));
    return all;
  }

  @Override
  public NavigableMap<LocalDate, Brought> brought(String service) {
    var all = new TreeMap<LocalDate, Brought>();
    books
        .getOrDefault(service, new TreeMap<>())
        .forEach((week, book) -> all.put(week, FolioCodec.unpackBrought(book.packed.brought())));
    return all;
  }

  @Override
  public Collection<String> watching(String what) {
    return books.keySet().stream()
        .filter(
            service ->
                brought(service).values().stream().anyMatch(one -> one.watched().contains(what)))
        .toList();
  }
}

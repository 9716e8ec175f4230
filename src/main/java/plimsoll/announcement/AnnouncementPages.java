package plimsoll.announcement;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import plimsoll.access.Refusal;
import plimsoll.campaign.Campaigns;

/** What became of a survey, for everybody who has the link; search engines keep away. */
@Controller
@RequestScoped
@Path("changes/{link: [A-Za-z0-9_-]{1,40}}")
public class AnnouncementPages {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  @Inject Announcements announcements;
  @Inject Campaigns campaigns;
  @Inject Models models;
  @Context HttpServletResponse response;

  /** A correction with its day. */
  public record Added(String day, String words) {}

  @GET
  @PermitAll
  public String one(@PathParam("link") String link) {
    var found = announcements.published(link).orElseThrow(() -> Refusal.notFound("page"));
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    models.put("announcement", found);
    models.put("campaign", campaigns.get(found.campaign()));
    models.put("published", day(found.publishedAt()));
    models.put("added", added(found));
    return "campaign/announced.html";
  }

  private static List<Added> added(AnnouncementView announcement) {
    return announcement.corrections().stream()
        .map(one -> new Added(day(one.writtenAt()), one.words()))
        .toList();
  }

  private static String day(Instant at) {
    return DAY.format(at.atOffset(ZoneOffset.UTC));
  }
}

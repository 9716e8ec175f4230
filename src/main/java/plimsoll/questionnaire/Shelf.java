package plimsoll.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import plimsoll.survey.Survey;
import plimsoll.survey.Text;

/** All editions in short, whether they can be asked or are being written. */
@ApplicationScoped
public class Shelf {
  @Inject Surveys surveys;
  @Inject Manuscripts manuscripts;

  /** By key, the newest edition first. */
  public List<EditionView> all() {
    var asked = surveys.asked();
    var all = new ArrayList<EditionView>();
    surveys.all().forEach(survey -> all.add(view(survey, state(survey), asked, 0)));
    manuscripts.all().stream()
        .filter(written -> !written.published())
        .forEach(draft -> all.add(view(draft)));
    all.sort(
        Comparator.comparing(EditionView::key)
            .thenComparing(
                Comparator.comparing(EditionView::edition, Surveys::compareEditions).reversed()));
    return all;
  }

  EditionView view(Survey survey) {
    return view(survey, state(survey), surveys.asked(), 0);
  }

  EditionView view(Written written) {
    var review = review(written);
    if (review.survey() == null) {
      return new EditionView(
          written.name(),
          written.key(),
          written.edition(),
          null,
          null,
          Set.of(),
          null,
          "draft",
          false,
          review.faults().size());
    }
    var state = written.published() ? "published" : "draft";
    return view(review.survey(), state, surveys.asked(), review.faults().size());
  }

  /** What is to be said of a draft before it is published. */
  public Review review(Written draft) {
    return draft.published()
        ? Review.of(draft, List.of())
        : Review.of(draft, surveys.editionsOf(draft.key()));
  }

  private String state(Survey survey) {
    return surveys.file(survey.name()) ? "file" : "published";
  }

  private static EditionView view(Survey survey, String state, Set<String> asked, int faults) {
    return new EditionView(
        survey.name(),
        survey.key(),
        survey.edition(),
        survey.title().in(Text.ENGLISH),
        survey.minutes(),
        survey.languages(),
        survey.questions().size(),
        state,
        asked.contains(survey.name()),
        faults);
  }
}

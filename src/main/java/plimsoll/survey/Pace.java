package plimsoll.survey;

import java.util.List;

/**
 * How long questions take: reading at 3.5 words a second and 4 s to choose, as the time budget
 * assumes, and more where there is more to do than to choose. Assumed; nobody measured it.
 */
final class Pace {
  private static final double WORDS_PER_SECOND = 3.5;
  private static final double CHOOSING = 4;
  private static final double PLACING = 6;
  private static final double TYPING_A_NUMBER = 8;
  private static final double TYPING_A_LINE = 12;
  private static final double WRITING = 30;
  private static final double RANKING_AN_OPTION = 3;

  private Pace() {}

  /** Of a bank what one person is asked of it on average. */
  static double seconds(Block block) {
    double all = block.questions().stream().mapToDouble(Pace::seconds).sum();
    double share =
        block.ask() == null ? 1 : (double) block.ask() / Bank.units(block.questions()).size();
    return reading(block.intro()) + all * share;
  }

  private static double seconds(Question question) {
    if (question instanceof Question.Matrix matrix) {
      return reading(matrix.wording()) + matrix.rows().stream().mapToDouble(Pace::seconds).sum();
    }
    return reading(question.wording()) + answering(question);
  }

  private static double answering(Question question) {
    if (question instanceof Question.Slider) return PLACING;
    if (question instanceof Question.Quantity) return TYPING_A_NUMBER;
    if (question instanceof Question.OpenText text) return text.lines() ? WRITING : TYPING_A_LINE;
    if (question instanceof Question.OneOf one) return CHOOSING + reading(one.options());
    if (question instanceof Question.SeveralOf several) {
      return CHOOSING + reading(several.options()) + several.options().size();
    }
    return question instanceof Question.Ranking ranking
        ? reading(ranking.options()) + RANKING_AN_OPTION * ranking.options().size()
        : CHOOSING;
  }

  private static double reading(List<Option> options) {
    return options.stream().mapToDouble(option -> reading(option.label())).sum();
  }

  private static double reading(Text text) {
    return text.in(Text.ENGLISH).trim().split("\\s+").length / WORDS_PER_SECOND;
  }
}

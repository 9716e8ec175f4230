package plimsoll.survey;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** The stretch of time that a survey asks about. It always holds enough days to speak of. */
public enum Window {
  /** Since the first day of a quarter, four weeks or more before the survey opens. */
  QUARTER {
    @Override
    public LocalDate start(LocalDate opens) {
      return opens.minusWeeks(4).with(IsoFields.DAY_OF_QUARTER, 1);
    }
  },

  /** Since the first day of a month, two weeks or more before the survey opens. */
  MONTH {
    @Override
    public LocalDate start(LocalDate opens) {
      return opens.minusWeeks(2).withDayOfMonth(1);
    }
  };

  /** The first day asked about, by the day on which the survey opens. */
  public abstract LocalDate start(LocalDate opens);
}

package plimsoll.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Which campaign a wave of a series became. */
@Entity
@Table(name = "series_wave")
class SeriesWave {
  @Id private UUID id;

  @Column(name = "series_id")
  private UUID series;

  @Column(name = "wave_number")
  private int number;

  @Column(name = "campaign_id")
  private UUID campaign;

  protected SeriesWave() {}

  SeriesWave(UUID series, int number, UUID campaign) {
    this.id = UUID.randomUUID();
    this.series = series;
    this.number = number;
    this.campaign = campaign;
  }

  UUID series() {
    return series;
  }

  SeriesView.Wave view() {
    return new SeriesView.Wave(number + 1, campaign);
  }
}

package plimsoll.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** What was said of one setting of one source. */
@Entity
@Table(name = "source_setting")
class SourceSetting {
  @EmbeddedId private Id id;
  private String said;

  protected SourceSetting() {}

  SourceSetting(String source, String name, String said) {
    this.id = new Id(source, name);
    this.said = said;
  }

  String name() {
    return id.name;
  }

  String said() {
    return said;
  }

  /** Both together are unique. */
  @Embeddable
  static class Id implements Serializable {
    private static final long serialVersionUID = 1;

    @Column(name = "source")
    private String source;

    @Column(name = "name")
    private String name;

    protected Id() {}

    Id(String source, String name) {
      this.source = source;
      this.name = name;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Id id && id.source.equals(source) && id.name.equals(name);
    }

    @Override
    public int hashCode() {
      return Objects.hash(source, name);
    }
  }
}

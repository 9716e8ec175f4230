package plimsoll.workload;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import plimsoll.delivery.Pack;
import plimsoll.json.Json;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Profile;

/** The choices of one service as they were read on one day. */
@Entity
@Table(name = "fingerprint")
class StoredFingerprint {
  @Id private UUID id;

  @Column(name = "service_key")
  private String service;

  @Column(name = "taken_on")
  private LocalDate takenOn;

  private String features;
  private byte[] profile;

  protected StoredFingerprint() {}

  StoredFingerprint(String service, LocalDate takenOn) {
    this.id = UUID.randomUUID();
    this.service = service;
    this.takenOn = takenOn;
  }

  void restate(Map<Feature, String> values) {
    features = Json.write(values);
  }

  void restate(Profile read) {
    restate(read.fingerprint("").values());
    profile = Pack.pack(Json.write(read));
  }

  /** Null where only features were told. */
  Profile profile() {
    return profile == null ? null : profile(profile);
  }

  static Profile profile(byte[] packed) {
    return Json.read(Pack.unpackText(packed), Profile.class);
  }

  String service() {
    return service;
  }

  /** What an older version knew and this one does not is passed over. */
  static Map<Feature, String> values(String features) {
    var known = new EnumMap<Feature, String>(Feature.class);
    var stored = Json.read(features, Map.class);
    for (Feature feature : Feature.values()) {
      if (stored.get(feature.name()) instanceof String value) {
        known.put(feature, value);
      }
    }
    return known;
  }
}

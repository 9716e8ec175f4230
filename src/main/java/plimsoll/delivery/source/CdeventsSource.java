package plimsoll.delivery.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plimsoll.delivery.fact.BadEvent;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.fact.Moments;
import plimsoll.delivery.fact.Scrub;

/**
 * CDEvents of any version, in CloudEvents or without: services, changes and the artifacts made of
 * them, incidents, tickets, and the pipelines that were said to deploy.
 */
@ApplicationScoped
public class CdeventsSource implements Source {

  @Override
  public String key() {
    return "cdevents";
  }

  @Override
  public String title() {
    return "CDEvents";
  }

  @Override
  public List<String> steps() {
    return List.of(
        "Set a secret below, or in PLIMSOLL_CDEVENTS_SECRET.",
        "Let the tool that sends CDEvents post them to the address, as CloudEvents over HTTP:"
            + " structured, binary or in batches.",
        "Let it send the header Authorization: Bearer, with the same secret; a token of ours with"
            + " the scope sender does as well.");
  }

  @Override
  public List<Setting> settings() {
    var all = new ArrayList<>(CdeventMeaning.SETTINGS);
    all.add(Rules.PRODUCTION);
    return List.copyOf(all);
  }

  @Override
  public boolean signed(Delivery delivery, String secret) {
    return Proof.authorization(delivery, secret) | Proof.standard(delivery, secret);
  }

  @Override
  public boolean needs(String header) {
    return header.startsWith("ce-") || header.equals("content-type");
  }

  @Override
  public String what(Delivery delivery) {
    var type = delivery.header("ce-type");
    return type == null ? "events" : Fields.cut(type);
  }

  @Override
  public Sample sample(String secret, Instant now) {
    var body =
        """
        {"context": {"specversion": "0.5.0", "version": "0.5.0",
            "id": "271069a8-fc18-44f1-b38f-9d70a1695819", "source": "/shop/pipelines",
            "type": "dev.cdevents.service.deployed.0.3.0", "timestamp": "%s"},
          "subject": {"id": "checkout", "source": "/shop", "type": "service",
            "content": {"environment": {"id": "production"}, "artifactId":
              "pkg:oci/checkout@sha256%%3A0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa151f221d1e8de6817db93427"}}}
        """
            .formatted(now);
    return new Sample(
        body, Map.of("Authorization", "Bearer " + secret, "Content-Type", "application/json"));
  }

  @Override
  public Batch read(Delivery delivery) {
    var batch = new Batch();
    int number = 0;
    for (var event : CloudEvent.in(delivery)) {
      read(++number, event, delivery, batch);
    }
    if (number == 0) {
      batch.ignore(0, "The batch holds no event.");
    }
    keep(delivery, batch);
    return batch;
  }

  private static void read(int number, CloudEvent envelope, Delivery delivery, Batch batch) {
    try {
      envelope.check();
      var event = Cdevent.of(envelope);
      if (event == null) {
        batch.ignore(number, "Nothing is counted from " + type(envelope) + ".");
      } else {
        var at = event.happened(new Moments(delivery.now()));
        new CdeventMeaning(event, delivery.rules(), at).tell(number, batch);
      }
    } catch (BadEvent e) {
      batch.problem(number, e.getMessage());
    }
  }

  private static String type(CloudEvent event) {
    return Fields.cut(event.attributes().needed("type"));
  }

  private static void keep(Delivery delivery, Batch batch) {
    if (delivery.json() instanceof ObjectNode object) {
      batch.keep(Scrub.withoutPeople(object));
    }
  }
}

package plimsoll.delivery.source;

import java.time.Instant;
import java.util.List;
import plimsoll.delivery.fact.Batch;

/**
 * A tool that tells of deployments, changes, incidents or tickets by webhooks. One file holds all
 * that is known of it; a new source is a new bean of this kind.
 */
public interface Source {

  /** Its name in addresses and in the database. */
  String key();

  /** Its name for people. */
  String title();

  /** The steps that connect it, for the page of sources; each a plain sentence. */
  List<String> steps();

  /**
   * What is to be pasted into the tool, with ADDRESS where its address goes; null where a step says
   * it all.
   */
  default String paste() {
    return null;
  }

  /** What an administrator may say of how it is read; empty where there is nothing to say. */
  default List<Setting> settings() {
    return List.of();
  }

  /** Whether the tool can prove who it is by a secret in its address alone. */
  default boolean inAddress() {
    return false;
  }

  /** Whether a delivery proves that it comes from who knows the secret. */
  boolean signed(Delivery delivery, String secret);

  /** Whether a header is needed to read a delivery, and so is kept with it. */
  default boolean needs(String header) {
    return false;
  }

  /**
   * A delivery such as the tool sends, signed, to try the connection with. Nothing is counted from
   * it.
   *
   * @param now when what it tells of has just happened
   */
  Sample sample(String secret, Instant now);

  /** Whether a delivery tells when it was so; else the same one, later, is another. */
  default boolean tellsTime(Delivery delivery) {
    return true;
  }

  /** What kind of delivery it is, in a few words. */
  String what(Delivery delivery);

  /**
   * What it states. Only called after the proof was checked, and again where what was kept of it is
   * read by newer rules; then people are missing from it.
   *
   * @throws plimsoll.access.Refusal 400 when it cannot be read at all
   */
  Batch read(Delivery delivery);
}

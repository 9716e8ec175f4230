package plimsoll.delivery;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A tool that tells of deployments by webhooks, signed with a secret. One file holds all that is
 * known of it; a new source is a new bean of this kind.
 */
interface Source {

  /** Its name in addresses and in the database. */
  String key();

  /** Its name for people. */
  String title();

  /** The steps that connect it, for the page of sources; each a plain sentence. */
  List<String> steps();

  /**
   * Whether a delivery was signed with a secret. It takes as long for a wrong signature as for a
   * right one.
   *
   * @param header gives the value of a header by its name; null where there is none
   */
  boolean signed(byte[] body, UnaryOperator<String> header, String secret);

  /** What kind of delivery it is, in a few words. */
  String what(UnaryOperator<String> header);

  /**
   * What it states. Only called after the signature was verified.
   *
   * @throws plimsoll.access.Refusal 400 when it cannot be read at all
   */
  Batch read(byte[] body, UnaryOperator<String> header, Instant now);
}

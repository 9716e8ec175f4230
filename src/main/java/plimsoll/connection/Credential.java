package plimsoll.connection;

/**
 * What a system is asked with; leaves this room closed only.
 *
 * @param token "" for none
 * @param certificate of a client, as PEM; "" for none
 * @param key of that certificate, as PEM; "" for none
 */
record Credential(String token, String certificate, String key) {
  static final Credential NONE = new Credential("", "", "");

  static Credential token(String token) {
    return new Credential(token, "", "");
  }

  boolean isNone() {
    return equals(NONE);
  }

  /** Whoever prints it by mistake prints nothing. */
  @Override
  public String toString() {
    return "a credential";
  }
}

package plimsoll.delivery.source;

import java.util.Map;

/**
 * A delivery to try a connection with.
 *
 * @param headers those that prove it and that it is read by
 */
public record Sample(String body, Map<String, String> headers) {}

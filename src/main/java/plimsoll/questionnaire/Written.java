package plimsoll.questionnaire;

import java.time.Instant;

/**
 * An edition as it was written in the service.
 *
 * @param text YAML, or what is not yet YAML
 * @param digest SHA-256 of the text, in hexadecimal
 * @param published true when it can be asked and never changes any more
 * @param revision goes up by one with each change, from 1; whoever changes it names the one that
 *     she saw
 * @param by who changed it last
 */
public record Written(
    String name,
    String key,
    String edition,
    String text,
    String digest,
    boolean published,
    int revision,
    String by,
    Instant at) {}

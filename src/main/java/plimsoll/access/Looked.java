package plimsoll.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an endpoint that shows a slice of people's results, so that each look at it is recorded:
 * who, which path, when. What an engineer answers through a personal link is never marked.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Looked {
  /** What is shown, so that "looked at …" is a sentence: "a team's page". */
  String value();
}

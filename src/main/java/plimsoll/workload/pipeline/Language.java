package plimsoll.workload.pipeline;

import java.util.List;

/** One of the languages that pipelines are written in. */
interface Language {

  /**
   * What a file says, or null when it is not of this language.
   *
   * @param all files of the service, for what one takes from another
   */
  Pipeline read(Parsed text, List<Parsed> all);
}

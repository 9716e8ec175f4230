package plimsoll.workload.file;

import java.util.List;

/** Reads what one family of tools says in files. It knows no clock, no store and no network. */
public interface Reader {

  /**
   * Puts into the sketch what the files tell, and every file that it understood or should have.
   *
   * @param files all of one service; those of other tools are passed over
   * @param surroundings what holds for all services of the clusters that this one runs in, such as
   *     log agents and rules of a monitoring namespace
   */
  void read(List<SourceFile> files, List<SourceFile> surroundings, Sketch sketch);
}

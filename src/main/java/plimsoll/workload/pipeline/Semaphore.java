package plimsoll.workload.pipeline;

import java.util.List;
import plimsoll.document.Node;

/** Semaphore's pipelines; a promotion that is not automatic is somebody's approval. */
final class Semaphore implements Language {

  @Override
  public Pipeline read(Parsed text, List<Parsed> all) {
    for (var document : text.documents()) {
      boolean placed = text.file().path().matches("(?:.*/)?\\.?semaphore/.*\\.ya?ml");
      boolean says = document.at("version").isThere() && document.at("agent").isThere();
      if (document.at("blocks").isList() && (placed || says)) return read(text, document);
    }
    return null;
  }

  private static Pipeline read(Parsed text, Node document) {
    var pipeline = new Pipeline("semaphore", text.file());
    for (var block : document.at("blocks").items()) {
      var job = pipeline.job(block.at("name").text(), block.line());
      for (var part : List.of("prologue", "epilogue")) {
        job.script(block.at("task", part, "commands"));
      }
      block.at("task", "jobs").items().forEach(one -> job.script(one.at("commands")));
    }
    for (var promotion : document.at("promotions").items()) {
      var job = pipeline.job(promotion.at("name").text(), promotion.line());
      var target = promotion.at("deployment_target");
      if (target.isThere()) job.gateUnseen(true).into(target.text(), target.line());
      boolean alone =
          promotion.at("auto_promote").isThere() || promotion.at("auto_promote_on").isThere();
      if (!alone) job.approved(promotion.line(), "promotions: " + promotion.at("name").text());
    }
    return pipeline;
  }
}

package plimsoll.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import plimsoll.schedule.Chore;

/** Reads again what was kept, step by step; after a break it goes on where it was. */
@ApplicationScoped
public class ReadingAgain implements Chore {
  @Inject Rereadings rereadings;
  @Inject Folding folding;

  @Override
  public String name() {
    return "rereading";
  }

  @Override
  public Duration rest() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void perform() throws InterruptedException {
    for (var source : rereadings.open()) {
      while (Collisions.retry(() -> folding.again(source))) {
        if (Thread.interrupted()) throw new InterruptedException();
      }
    }
  }
}

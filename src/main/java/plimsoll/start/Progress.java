package plimsoll.start;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Shows that a start goes on, and finds out whether the service answers at its end. */
final class Progress {
  private static final int STEP_SECONDS = 10;
  private static final int PATIENCE_MILLISECONDS = 30_000;
  private final Place place;
  private volatile boolean over;

  Progress(Place place) {
    this.place = place;
  }

  /** Says every some seconds that the start goes on, so that a slow machine doesn't look stuck. */
  Progress shown() {
    var thread = new Thread(this::show, "progress");
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  private void show() {
    try {
      for (var seconds = STEP_SECONDS; ; seconds += STEP_SECONDS) {
        Thread.sleep(STEP_SECONDS * 1000L);
        if (over) {
          return;
        }
        System.out.println("… still starting, " + seconds + " seconds so far");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** True when the application is there and its database too. */
  boolean answers() {
    over = true;
    try {
      var question =
          (HttpURLConnection) URI.create(place.here() + "health/ready").toURL().openConnection();
      question.setConnectTimeout(PATIENCE_MILLISECONDS);
      question.setReadTimeout(PATIENCE_MILLISECONDS);
      return question.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}

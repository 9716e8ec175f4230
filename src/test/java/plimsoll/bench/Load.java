package plimsoll.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import plimsoll.bench.Line.Request;

/** Sends requests over some connections at once and measures how long each takes. */
final class Load {
  private Load() {}

  /**
   * @param milliseconds of each request, ascending
   */
  record Outcome(double seconds, double[] milliseconds, int refused) {
    double rate() {
      return milliseconds.length / seconds;
    }

    double percentile(double share) {
      return milliseconds[(int) Math.min(milliseconds.length - 1, share * milliseconds.length)];
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%7.1f/s   p50 %6.1f ms   p90 %6.1f ms   p99 %6.1f ms   refused %d of %d",
          rate(),
          percentile(0.5),
          percentile(0.9),
          percentile(0.99),
          refused,
          milliseconds.length);
    }
  }

  static Outcome run(int port, String headers, int connections, int status, List<Request> requests)
      throws Exception {
    var next = new AtomicInteger();
    var refused = new AtomicInteger();
    var times = new double[requests.size()];
    var workers = Executors.newFixedThreadPool(connections);
    try {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (var i = 0; i < connections; i++) {
        tasks.add(
            () -> {
              try (var line = new Line(port, headers)) {
                for (var at = next.getAndIncrement();
                    at < requests.size();
                    at = next.getAndIncrement()) {
                  var from = System.nanoTime();
                  if (line.send(requests.get(at)) != status) {
                    refused.incrementAndGet();
                  }
                  times[at] = (System.nanoTime() - from) / 1e6;
                }
              }
              return null;
            });
      }
      var from = System.nanoTime();
      for (var done : workers.invokeAll(tasks)) {
        done.get();
      }
      var seconds = (System.nanoTime() - from) / 1e9;
      Arrays.sort(times);
      return new Outcome(seconds, times, refused.get());
    } finally {
      workers.shutdownNow();
    }
  }
}

package plimsoll.delivery.pull;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A body of at most 30 MB. */
final class LimitedBody implements BodySubscriber<byte[]> {
  private static final long BYTES_MAX = 30_000_000;

  private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
  private Flow.Subscription subscription;
  private long taken;

  /** There was more than is taken. */
  static final class TooLongException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    whole.onSubscribe(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> some) {
    taken += some.stream().mapToLong(ByteBuffer::remaining).sum();
    if (taken <= BYTES_MAX) {
      whole.onNext(some);
    } else {
      subscription.cancel();
      whole.onError(new TooLongException());
    }
  }

  @Override
  public void onError(Throwable thrown) {
    whole.onError(thrown);
  }

  @Override
  public void onComplete() {
    whole.onComplete();
  }
}

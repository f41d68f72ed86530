package io.flighthubcamunda.bench.link;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * One connection over the link: four threads, for each direction one that reads and one that
 * writes.
 */
final class LinkConnection {

  private static final int CHUNK = 32 << 10;

  private final LinkShape shape;
  private final SharedBandwidth bandwidth;
  private final Cuts cuts;
  private final LinkMeter meter;
  private final Socket client;
  private final Socket store;
  private final DelayLine up = new DelayLine();
  private final DelayLine down = new DelayLine();

  /** What is on the way to the store, and when its acknowledgement is back. */
  private final Deque<OnTheWay> onTheWay = new ArrayDeque<>();

  private int bytesOnTheWay;

  private volatile boolean silent;

  private record OnTheWay(int bytes, long acknowledgedAt) {}

  LinkConnection(
      LinkShape shape,
      SharedBandwidth bandwidth,
      Cuts cuts,
      LinkMeter meter,
      Socket client,
      Socket store) {
    this.shape = shape;
    this.bandwidth = bandwidth;
    this.cuts = cuts;
    this.meter = meter;
    this.client = client;
    this.store = store;
  }

  void start(Executor threads) {
    threads.execute(() -> run(this::sendUp));
    threads.execute(() -> run(() -> arrive(up, store)));
    threads.execute(() -> run(this::sendDown));
    threads.execute(() -> run(() -> arrive(down, client)));
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  /** A direction that fails takes the whole connection with it. */
  private void run(Work work) {
    try {
      work.run();
    } catch (IOException e) {
      close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
    }
  }

  private void sendUp() throws IOException, InterruptedException {
    // The kernel opened the connection at once; over the link that takes a round trip.
    DelayLine.waitUntil(System.nanoTime() + shape.roundTrip().toNanos());
    var in = client.getInputStream();
    var buffer = new byte[CHUNK];
    while (true) {
      waitForWindow();
      var count = in.read(buffer);
      if (count < 0) {
        up.end();
        return;
      }
      if (silent) {
        continue;
      }
      var leftAt = bandwidth.take(count, System.nanoTime());
      DelayLine.waitUntil(leftAt);
      meter.sent(count, leftAt);
      if (cuts.hit(count)) {
        meter.cut();
        reset();
        return;
      }
      up.put(Arrays.copyOf(buffer, count), leftAt + shape.oneWayNanos());
      onTheWay.add(new OnTheWay(count, leftAt + shape.roundTrip().toNanos()));
      bytesOnTheWay += count;
    }
  }

  private void waitForWindow() throws InterruptedException {
    while (!onTheWay.isEmpty()
        && (onTheWay.peek().acknowledgedAt() - System.nanoTime() <= 0
            || bytesOnTheWay + CHUNK > LinkShape.WINDOW)) {
      DelayLine.waitUntil(onTheWay.peek().acknowledgedAt());
      bytesOnTheWay -= onTheWay.remove().bytes();
    }
  }

  private void sendDown() throws IOException, InterruptedException {
    var in = store.getInputStream();
    var buffer = new byte[CHUNK];
    for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      if (!silent) {
        down.put(Arrays.copyOf(buffer, count), System.nanoTime() + shape.oneWayNanos());
      }
    }
    down.end();
  }

  private static void arrive(DelayLine line, Socket to) throws IOException, InterruptedException {
    line.deliver(to.getOutputStream());
    to.shutdownOutput();
  }

  /** As a router does that lost the connection: both ends hear of it by a reset. */
  private void reset() throws IOException {
    client.setSoLinger(true, 0);
    store.setSoLinger(true, 0);
    close();
  }

  /** No byte arrives any more that leaves from now on. */
  void silence() {
    silent = true;
  }

  void resetIfSilent() {
    if (silent && !closed()) {
      try {
        reset();
      } catch (IOException e) {
        close();
      }
    }
  }

  boolean closed() {
    return client.isClosed() && store.isClosed();
  }

  void close() {
    try (client;
        store) {
      // Closing is all there is to do.
    } catch (IOException e) {
      // Whoever is at the other end is gone already.
    }
  }
}

package io.flighthubcamunda.bench.link;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Counts what leaves towards the store, and when. */
public final class LinkMeter {

  private static final long STEP_NANOS = 5_000_000;

  private final List<Sample> samples = new ArrayList<>();
  private long bytes;
  private int connections;
  private int cuts;

  private record Sample(long nanos, long bytes) {}

  /**
   * @param nanos when the last of these bytes had left, see {@link System#nanoTime()}
   */
  synchronized void sent(int count, long nanos) {
    bytes += count;
    // The last sample moves on until it is a step away from the one before.
    if (samples.size() > 1 && nanos - samples.get(samples.size() - 2).nanos() < STEP_NANOS) {
      samples.removeLast();
    }
    samples.add(new Sample(nanos, bytes));
  }

  synchronized void connected() {
    connections++;
  }

  synchronized void cut() {
    cuts++;
  }

  /** Bytes of all connections, those of the handshakes and of what had to be sent again too. */
  public synchronized long bytes() {
    return bytes;
  }

  public synchronized int connections() {
    return connections;
  }

  public synchronized int cuts() {
    return cuts;
  }

  /**
   * Share of the link's capacity that was used from a byte on until the last one, 0 to about 1.
   *
   * @param from bytes at the beginning that don't count
   * @return empty when less was sent
   */
  public synchronized OptionalDouble use(long from, long bitsPerSecond) {
    var first = samples.stream().filter(sample -> sample.bytes() >= from).findFirst();
    if (first.isEmpty() || first.get().equals(samples.getLast())) {
      return OptionalDouble.empty();
    }
    var seconds = (samples.getLast().nanos() - first.get().nanos()) / 1e9;
    var bits = (samples.getLast().bytes() - first.get().bytes()) * 8.0;
    return OptionalDouble.of(bits / (seconds * bitsPerSecond));
  }
}

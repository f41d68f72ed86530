package io.flighthubcamunda.bench.link;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** Bytes on their way in one direction: each chunk arrives at its time, in order. */
final class DelayLine {

  /** Enough for a window of small chunks; when the far end takes nothing, the near end waits. */
  private static final int CHUNKS = 4096;

  private static final Chunk END = new Chunk(new byte[0], 0);

  private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(CHUNKS);

  private record Chunk(byte[] bytes, long arrivesAt) {}

  /**
   * @param arrivesAt see {@link System#nanoTime()}, not before that of the chunk before
   */
  void put(byte[] bytes, long arrivesAt) throws InterruptedException {
    chunks.put(new Chunk(bytes, arrivesAt));
  }

  /** Nothing follows. */
  void end() throws InterruptedException {
    chunks.put(END);
  }

  /** Hands the chunks over until the end. */
  void deliver(OutputStream out) throws IOException, InterruptedException {
    for (var chunk = chunks.take(); chunk != END; chunk = chunks.take()) {
      waitUntil(chunk.arrivesAt());
      out.write(chunk.bytes());
    }
  }

  static void waitUntil(long nanos) throws InterruptedException {
    for (var left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}

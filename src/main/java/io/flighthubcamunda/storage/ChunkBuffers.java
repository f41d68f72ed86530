package io.flighthubcamunda.storage;

import java.util.concurrent.ConcurrentLinkedDeque;

/** Buffers that are used again: as many as uploads ever ran at once. */
final class ChunkBuffers {

  /** Bytes. Larger ones leave the processor's cache before they are sent. */
  static final int SIZE = 128 * 1024;

  private final ConcurrentLinkedDeque<byte[]> free = new ConcurrentLinkedDeque<>();

  byte[] take() {
    var chunk = free.pollFirst();
    return chunk == null ? new byte[SIZE] : chunk;
  }

  void giveBack(byte[] chunk) {
    free.addFirst(chunk);
  }
}

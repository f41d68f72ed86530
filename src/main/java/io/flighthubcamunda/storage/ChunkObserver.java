package io.flighthubcamunda.storage;

/** Hears of each chunk of an object before it is sent, in order, from the thread that sends it. */
@FunctionalInterface
public interface ChunkObserver {

  ChunkObserver NONE = (bytes, offset, length) -> {};

  /** What it throws ends the upload of the object and reaches who asked for it. */
  void chunk(byte[] bytes, int offset, int length);
}

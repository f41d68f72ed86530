package io.flighthubcamunda.result;

/** Whoever wants an archive: hears of what comes, and may stop wanting it. */
@FunctionalInterface
public interface Recipient {

  /**
   * Bytes came, or were checked. Called by the thread that fetches; whatever is thrown ends the
   * download, and nothing of what came stays.
   */
  void received(long bytes);

  /**
   * Called where nothing was received for a while; throws when the archive isn't wanted any more.
   */
  default void requireWanted() {}

  /**
   * @param stop breaks off what is under way. To be run once the archive isn't wanted any more,
   *     from any thread: the one that fetches may be waiting for bytes. Takes the place of the one
   *     before
   */
  default void whenUnwanted(Runnable stop) {}
}
